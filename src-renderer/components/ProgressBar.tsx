import { Progress } from '@base-ui/react/progress';
import './ProgressBar.css';

/** How far something is: `done` of `total`, said in `text` for everyone. */
export function ProgressBar({
  label,
  done,
  total,
  text,
  note,
  halted = false,
}: {
  label: string;
  done: number;
  total: number;
  text: string;
  /** A quieter line below: pace and time left. */
  note?: string;
  /** True while it stands still. */
  halted?: boolean;
}) {
  return (
    <Progress.Root
      className="progress"
      value={done}
      max={Math.max(total, 1)}
      getAriaValueText={() => text}
      data-halted={halted || undefined}
    >
      <Progress.Label className="progress-label">{label}</Progress.Label>
      <span className="progress-text numeric">{text}</span>
      <Progress.Track className="progress-track">
        <Progress.Indicator className="progress-fill" />
      </Progress.Track>
      {note && <span className="progress-note numeric">{note}</span>}
    </Progress.Root>
  );
}
