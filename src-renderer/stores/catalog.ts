import { useStore } from 'zustand';
import type { Catalog } from '#shared/contract/views.ts';
import type { ComboChoice } from '../components/ComboBox.tsx';
import type { Choice } from '../components/SelectBox.tsx';
import { formatCountry, zoneOffset } from '../texts/format.ts';
import { t } from '../texts/index.ts';
import { catalogQuery } from './workspace.ts';

const none: Catalog = { channels: [], classifications: [], places: [], refreshedAt: null };

/** What is known of the platform's lists; empty until it was read. */
export function useCatalog(): Catalog {
  return useStore(catalogQuery.store, (state) => state.value) ?? none;
}

/** A channel's name, or its number when the list does not know it. Null for no channel. */
export function useChannelName(channelId: number | null): string | null {
  const name = useStore(
    catalogQuery.store,
    (state) => state.value?.channels.find((channel) => channel.id === channelId)?.name,
  );
  if (channelId === null) return null;
  return name ?? t.drafts.channelUnknown(channelId);
}

/** The channels to choose from; the chosen one is among them even when the list does not know it. */
export function channelChoices(catalog: Catalog, chosen: number | null, noneLabel: string): Choice<number | null>[] {
  const known = catalog.channels.map((channel) => ({ value: channel.id, label: channel.name }));
  const stray = chosen !== null && !known.some((choice) => choice.value === chosen);
  return [
    { value: null, label: noneLabel },
    ...known,
    ...(stray ? [{ value: chosen, label: t.drafts.channelUnknown(chosen) }] : []),
  ];
}

/** The remembered places, by name. */
export function placeChoices(catalog: Catalog): ComboChoice[] {
  return catalog.places.map((place) => {
    const country = place.countryCode === null ? '' : formatCountry(place.countryCode);
    const label = [place.name ?? place.placeId, country].filter(Boolean).join(', ');
    return place.name === null ? { value: place.placeId, label } : { value: place.placeId, label, note: place.placeId };
  });
}

/** The platform's classifications, by name. */
export function classificationChoices(catalog: Catalog): ComboChoice[] {
  return catalog.classifications.map(({ slug, name }) => ({ value: slug, label: name }));
}

let zones: ComboChoice[] | null = null;

/** Every time zone that this system knows, with its present offset. Made once, when first needed. */
export function zoneChoices(): ComboChoice[] {
  zones ??= [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    note: zoneOffset(zone),
  }));
  return zones;
}
