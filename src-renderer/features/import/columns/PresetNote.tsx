import { History } from 'lucide-react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { savePreset } from '../save.ts';

/** Says that what was chosen for such files before counts here again, with the way to leave it out. */
export function PresetNote({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const { preset } = plan;
  if (preset === null && choices.usePreset !== false) return null;
  const words = t.import.preset;
  const { usePreset: _off, ...withPreset } = choices;
  return (
    <div className="preset-note" role="note">
      <History aria-hidden="true" size={16} />
      <p>{preset === null ? words.leftOut : words.used(preset.name)}</p>
      {preset === null ? (
        <Button size="sm" look="quiet" onClick={() => choose(withPreset)}>
          {words.use}
        </Button>
      ) : (
        <>
          <Button size="sm" look="quiet" onClick={() => void savePreset(preset)}>
            {words.save}
          </Button>
          <Button size="sm" look="quiet" onClick={() => choose({ ...choices, usePreset: false })}>
            {words.leaveOut}
          </Button>
        </>
      )}
    </div>
  );
}
