import { CircleCheck, CircleDot, LoaderCircle, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Loading } from '../../components/Notices.tsx';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, useLiveQuery } from '../../stores/live-query.ts';
import { formatSecond } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import './ActivityLog.css';
import { type ActivityLine, toActivityLines } from './activity-lines.ts';

const glyphs: Record<ActivityLine['tone'], LucideIcon> = {
  good: CircleCheck,
  bad: OctagonX,
  warn: TriangleAlert,
  plain: CircleDot,
  running: LoaderCircle,
};

type Props = {
  draftId: string;
  /** Whether it is being sent now. */
  sending: boolean;
  /** Called when there is something to see. */
  onRead?: () => void;
};

/** Everything that was done to publish a draft, newest first, as it happens. */
export function ActivityLog({ draftId, sending, onRead }: Props) {
  const [query] = useState(() =>
    createLiveQuery({
      topics: ['outbox'],
      run: (input: { draftId: string }) => call('listActivity', input),
      forgetOnChange: true,
      ofComponent: true,
    }),
  );
  const { value, error } = useLiveQuery(query, { draftId });
  const read = value !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening, not for each change
  useEffect(() => {
    if (read) onRead?.();
  }, [read]);
  if (value === null && error !== null) {
    return (
      <p className="activity-note" role="alert">
        {error.message}{' '}
        <Button size="sm" onClick={query.refetch}>
          {t.actions.tryAgain}
        </Button>
      </p>
    );
  }
  if (value === null) return <Loading />;
  if (value.length === 0) return <p className="activity-note">{t.activity.empty}</p>;
  return (
    <ol className="activity" aria-label={t.activity.list}>
      {toActivityLines(value, sending).map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: ActivityLine }) {
  const Glyph = glyphs[line.tone];
  return (
    <li className={`activity-line activity-${line.tone}`}>
      <Glyph aria-hidden="true" size={14} strokeWidth={2.1} />
      <time className="numeric" dateTime={new Date(line.at).toISOString()}>
        {formatSecond(line.at)}
      </time>
      <div>
        <p>
          <span className="activity-what">{line.what}</span>
          {line.outcome !== null && <span className="activity-outcome"> · {line.outcome}</span>}
        </p>
        {line.small.length > 0 && <p className="activity-small numeric">{line.small.join(' · ')}</p>}
      </div>
    </li>
  );
}
