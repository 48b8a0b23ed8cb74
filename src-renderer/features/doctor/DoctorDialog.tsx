import { CircleCheck, CircleMinus, OctagonAlert, TriangleAlert } from 'lucide-react';
import { doctorTitles, type Finding } from '#shared/doctor/report.ts';
import { Button } from '../../components/Button.tsx';
import { Modal } from '../../components/Modal.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { t } from '../../texts/index.ts';
import './DoctorDialog.css';
import { closeDoctor, runDoctor, useDoctor } from './doctor-store.ts';

const icons = { ok: CircleCheck, warn: TriangleAlert, bad: OctagonAlert, skipped: CircleMinus } as const;

/** Each step that publishing needs: what was found, and what to do. */
export function DoctorDialog() {
  const { open, running, report, error } = useDoctor();
  return (
    <Modal
      open={open}
      onClose={closeDoctor}
      title={t.doctor.title}
      description={t.doctor.words}
      actions={
        <>
          <Button busy={running} onClick={() => void runDoctor()}>
            {t.doctor.again}
          </Button>
          <Button look="primary" onClick={closeDoctor}>
            {t.actions.close}
          </Button>
        </>
      }
    >
      <p className="doctor-sum" role="status">
        {!running && report !== null && (report.healthy ? t.doctor.well : t.doctor.needsYou)}
      </p>
      {error !== null && <ErrorState error={error} onRetry={() => void runDoctor()} />}
      {running && report === null && <Loading label={t.doctor.running} />}
      {report !== null && (
        <ul className="doctor-findings" aria-busy={running}>
          {report.findings.map((finding) => (
            <Step key={finding.step} finding={finding} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Step({ finding: { step, state, found, todo } }: { finding: Finding }) {
  const Icon = icons[state];
  return (
    <li className={`doctor-finding doctor-${state}`}>
      <Icon aria-hidden="true" size={16} />
      <div>
        <strong>{doctorTitles[step]}</strong>
        <span className="visually-hidden"> {t.doctor.states[state]}</span>
        <p>{found}</p>
        {todo !== null && <p className="doctor-todo">{todo}</p>}
      </div>
    </li>
  );
}
