import { Redo2, Undo2 } from 'lucide-react';
import { shortcutLabel } from '../../app/shortcuts.ts';
import { IconButton } from '../../components/Button.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import './HistoryButtons.css';
import { historyQuery, redo, undo } from './undo.ts';

/** Undo and redo, each named after what it would do now. */
export function HistoryButtons({ platform }: { platform: string }) {
  const { value } = useLiveQuery(historyQuery, {});
  const next = value?.undo ?? null;
  const again = value?.redo ?? null;
  return (
    <div className="history-buttons" role="group" aria-label={t.history.label}>
      <IconButton
        icon={Undo2}
        label={next === null ? t.history.noUndo : t.history.undoStep(t.history.step(next))}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={next === null}
        onClick={() => void undo()}
      />
      <IconButton
        icon={Redo2}
        label={again === null ? t.history.noRedo : t.history.redoStep(t.history.step(again))}
        aria-keyshortcuts="Control+Y Meta+Shift+Z"
        disabled={again === null}
        onClick={() => void redo()}
      />
      {next !== null && (
        <span className="history-note" aria-hidden="true" title={shortcutLabel('Z', platform)}>
          {t.history.step(next)}
        </span>
      )}
    </div>
  );
}
