import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { t } from '../../texts/index.ts';
import type { SaveState } from './autosave.ts';

/** Whether the last word typed is stored. Only the end is announced, not each stroke. */
export function SavedMark({ state }: { state: SaveState }) {
  return (
    <span className={`saved-mark saved-${state}`}>
      {state === 'saved' && <Check aria-hidden="true" size={13} strokeWidth={2.5} />}
      {(state === 'saving' || state === 'dirty') && <LoaderCircle aria-hidden="true" size={13} />}
      {state === 'failed' && <TriangleAlert aria-hidden="true" size={13} />}
      <span aria-hidden="true">{t.editor.save[state]}</span>
      <span className="visually-hidden" role="status">
        {(state === 'saved' || state === 'failed') && t.editor.save[state]}
      </span>
    </span>
  );
}
