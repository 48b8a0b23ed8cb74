import { useState } from 'react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { NoteRows } from './NoteRows.tsx';
import { SeverityIcon } from './SeverityIcon.tsx';
import './Notes.css';

/** Everything worth knowing about the file and its cells, by kind: problems first, notes after. */
export function Notes({ plan }: { plan: ImportPlanView }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const { issueKinds, issueCount } = plan;
  const words = t.import.notes;
  if (issueCount === 0) return <p className="plan-part">{words.none}</p>;
  // A kind that has no notes any more, after rows were put right, shows all again.
  const code = issueKinds.some((kind) => kind.code === wanted) ? wanted : null;
  return (
    <div className="plan-notes">
      <div className="note-kinds" role="group" aria-label={words.kindsLabel}>
        <Kind label={words.all} count={issueCount} pressed={code === null} onPress={() => setWanted(null)} />
        {issueKinds.map((kind) => (
          <Kind
            key={`${kind.severity} ${kind.code}`}
            label={words.kind(kind.code)}
            count={kind.count}
            severity={kind.severity}
            pressed={code === kind.code}
            onPress={() => setWanted(kind.code)}
          />
        ))}
      </div>
      <NoteRows plan={plan} code={code} />
    </div>
  );
}

type KindProps = {
  label: string;
  count: number;
  severity?: 'error' | 'warning';
  pressed: boolean;
  onPress: () => void;
};

function Kind({ label, count, severity, pressed, onPress }: KindProps) {
  return (
    <button type="button" className="note-kind" aria-pressed={pressed} onClick={onPress}>
      {severity !== undefined && <SeverityIcon severity={severity} />}
      <span>{label}</span>
      <span className="note-kind-count numeric">{formatNumber(count)}</span>
    </button>
  );
}
