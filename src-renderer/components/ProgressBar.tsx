import { Progress } from '@base-ui/react/progress';
import './ProgressBar.css';

/** How far something is: `done` of `total`, said in `text` for everyone. */
export function ProgressBar({
  label,
  done,
  total,
  text,
}: {
  label: string;
  done: number;
  total: number;
  text: string;
}) {
  return (
    <Progress.Root className="progress" value={done} max={Math.max(total, 1)} getAriaValueText={() => text}>
      <Progress.Label className="progress-label">{label}</Progress.Label>
      <span className="progress-text numeric">{text}</span>
      <Progress.Track className="progress-track">
        <Progress.Indicator className="progress-fill" />
      </Progress.Track>
    </Progress.Root>
  );
}
