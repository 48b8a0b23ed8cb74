import type { VenueContent, VenuePreset } from '#shared/drafts/venue-preset.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery } from '../../stores/live-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';

/** The venue presets, by name. */
export const venuePresetsQuery = createLiveQuery({ topics: ['catalog'], run: () => call('listVenuePresets', {}) });

/** Saves a new preset and says so. False when it failed, for example because the name is taken. */
export async function savePreset(name: string, content: VenueContent): Promise<boolean> {
  const answer = await call('saveVenuePreset', { id: null, name, content });
  if (answer.ok) showNote(t.venuePresets.saved(answer.value.name));
  else showError(answer.error);
  return answer.ok;
}

/** Another name for a preset. False when it failed. */
export async function renamePreset(preset: VenuePreset, name: string): Promise<boolean> {
  const answer = await call('saveVenuePreset', { ...preset, name });
  if (!answer.ok) showError(answer.error);
  return answer.ok;
}

/** Deletes a preset at once and offers to take it back. */
export async function removePreset({ id, name, content }: VenuePreset): Promise<void> {
  const answer = await call('removeVenuePreset', { id });
  if (!answer.ok) return showError(answer.error);
  showNote(t.venuePresets.removed(name), { label: t.actions.undo, run: () => void savePreset(name, content) });
}
