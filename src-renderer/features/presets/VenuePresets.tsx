import { Menu } from '@base-ui/react/menu';
import { Bookmark } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { applyVenue, endAfter, type VenuePreset } from '#shared/drafts/venue-preset.ts';
import '../../components/Popup.css';
import { useLiveQuery } from '../../stores/live-query.ts';
import { showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { ManagePresets } from './ManagePresets.tsx';
import { SavePreset } from './SavePreset.tsx';
import './VenuePresets.css';
import { venuePresetsQuery } from './venue-presets.ts';

type Props = { fields: DraftFields; change: (patch: Partial<DraftFields>) => void };

/** Fills the draft in the editor with what is always the same at a venue, and makes such presets. */
export function VenuePresets({ fields, change }: Props) {
  const presets = useLiveQuery(venuePresetsQuery, {}).value ?? [];
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const keepLength = useLength(fields, change);

  function apply({ name, content }: VenuePreset) {
    change(applyVenue(fields, content));
    keepLength(fields.startLocal === null ? content.durationMinutes : null);
    showNote(t.venuePresets.applied(name));
  }

  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger className="icon-button" aria-label={t.venuePresets.action} title={t.venuePresets.action}>
          <Bookmark aria-hidden="true" size={16} strokeWidth={2} />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="popup-positioner" sideOffset={4} align="end">
            <Menu.Popup className="popup">
              <Menu.Group>
                <Menu.GroupLabel className="presets-label">
                  {presets.length === 0 ? t.venuePresets.none : t.venuePresets.apply}
                </Menu.GroupLabel>
                {presets.map((preset) => (
                  <Menu.Item key={preset.id} className="popup-item" onClick={() => apply(preset)}>
                    <bdi className="popup-item-text">{preset.name}</bdi>
                  </Menu.Item>
                ))}
              </Menu.Group>
              <Menu.Separator className="popup-separator" />
              <Menu.Item className="popup-item" onClick={() => setDialog('save')}>
                {t.venuePresets.save}
              </Menu.Item>
              <Menu.Item className="popup-item" disabled={presets.length === 0} onClick={() => setDialog('manage')}>
                {t.venuePresets.manage}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {dialog === 'save' && <SavePreset fields={fields} onClose={() => setDialog(null)} />}
      {dialog === 'manage' && <ManagePresets presets={presets} onClose={() => setDialog(null)} />}
    </>
  );
}

/** A length that was filled in before there was a start: the end comes with the start. */
function useLength({ startLocal, endLocal }: DraftFields, change: Props['change']) {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const end = endAfter(startLocal, minutes);
    if (end === null) return;
    setMinutes(null);
    if (endLocal === null) change({ endLocal: end });
  }, [startLocal, endLocal, minutes, change]);
  return setMinutes;
}
