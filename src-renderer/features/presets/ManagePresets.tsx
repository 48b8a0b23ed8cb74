import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { VenuePreset } from '#shared/drafts/venue-preset.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { TextInput } from '../../components/Field.tsx';
import { Modal } from '../../components/Modal.tsx';
import { t } from '../../texts/index.ts';
import { removePreset, renamePreset } from './venue-presets.ts';

/** Other names for presets, and the end of some. */
export function ManagePresets({ presets, onClose }: { presets: VenuePreset[]; onClose: () => void }) {
  return (
    <Modal
      open
      onClose={onClose}
      title={t.venuePresets.manageTitle}
      description={t.venuePresets.manageWords}
      actions={
        <Button look="primary" onClick={onClose}>
          {t.venuePresets.done}
        </Button>
      }
    >
      {presets.length === 0 && <p>{t.venuePresets.none}</p>}
      <ul className="presets-list">
        {presets.map((preset) => (
          <Entry key={preset.id} preset={preset} />
        ))}
      </ul>
    </Modal>
  );
}

function Entry({ preset }: { preset: VenuePreset }) {
  const [name, setName] = useState(preset.name);

  async function rename() {
    const wanted = name.trim();
    if (wanted === preset.name) return;
    if (wanted === '' || !(await renamePreset(preset, wanted))) setName(preset.name);
  }

  return (
    <li>
      <TextInput
        aria-label={t.venuePresets.rename(preset.name)}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void rename()}
        onKeyDown={(event) => event.key === 'Enter' && void rename()}
      />
      <IconButton icon={Trash2} label={t.venuePresets.remove(preset.name)} onClick={() => void removePreset(preset)} />
    </li>
  );
}
