import { ArchiveRestore, FilePlus2, ShieldAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Backup, HowToRecover, Inspection } from '#shared/contract/recovery-views.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorState, Loading } from '../../components/Notices.tsx';
import { formatMoment } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { loadRecovery, recover, tryAgain, useRecovery } from './recovery-store.ts';
import './Recovery.css';

/**
 * In place of everything else while the database is damaged: what happened, and the two ways on.
 * `mayLeave`: another workspace is open, and can be gone back to.
 */
export function Recovery({ mayLeave = false, onDone }: { mayLeave?: boolean; onDone?: () => void }) {
  const { inspection, error } = useRecovery();
  useEffect(() => void loadRecovery(), []);
  if (error !== null) return <ErrorState error={error} onRetry={tryAgain} />;
  if (inspection === null) return <Loading />;
  return (
    <main className="recovery">
      <Choice inspection={inspection} mayLeave={mayLeave} onDone={onDone} />
    </main>
  );
}

type ChoiceProps = { inspection: Inspection; mayLeave: boolean; onDone: (() => void) | undefined };

function Choice({ inspection, mayLeave, onDone }: ChoiceProps) {
  const busy = useRecovery((state) => state.busy);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [newest] = inspection.backups;
  async function choose(how: HowToRecover) {
    if (await recover(how)) onDone?.();
  }
  const afresh = (
    <Button
      look={newest ? 'secondary' : 'primary'}
      icon={FilePlus2}
      busy={busy === 'startAfresh'}
      disabled={busy === 'restoreNewest'}
      onClick={() => void choose('startAfresh')}
    >
      {t.recovery.startAfresh}
    </Button>
  );
  return (
    <div className="recovery-inner">
      <span className="recovery-mark">
        <ShieldAlert aria-hidden="true" size={24} strokeWidth={2} />
      </span>
      <h1 ref={heading} tabIndex={-1}>
        {t.recovery.title}
      </h1>
      <p className="recovery-words">
        {inspection.condition === 'absent' ? t.recovery.absentWords : t.recovery.damagedWords}
      </p>
      <section className="recovery-card" aria-labelledby="recovery-backup">
        {newest ? <NewestBackup backup={newest} /> : <NoBackup />}
        <div className="recovery-actions">
          {newest && (
            <Button
              look="primary"
              icon={ArchiveRestore}
              busy={busy === 'restoreNewest'}
              disabled={busy === 'startAfresh'}
              onClick={() => void choose('restoreNewest')}
            >
              {busy === 'restoreNewest' ? t.recovery.restoring : t.recovery.restore}
            </Button>
          )}
          {afresh}
        </div>
      </section>
      <dl className="recovery-facts">
        {inspection.condition !== 'absent' && (
          <div>
            <dt>{t.recovery.keptTitle}</dt>
            <dd>
              {t.recovery.keptWords} <code>{inspection.keptIn}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.recovery.twiceTitle}</dt>
          <dd>{t.recovery.twiceWords}</dd>
        </div>
      </dl>
      <p className="recovery-again">
        <Button look="quiet" size="sm" onClick={tryAgain}>
          {mayLeave ? t.recovery.notNow : t.actions.tryAgain}
        </Button>
      </p>
    </div>
  );
}

function NewestBackup({ backup }: { backup: Backup }) {
  return (
    <>
      <h2 id="recovery-backup">{t.recovery.newest}</h2>
      <p className="recovery-date">{formatMoment(backup.madeAt)}</p>
      <p className="recovery-counts">{t.recovery.counts(backup.drafts, backup.delivered)}</p>
    </>
  );
}

function NoBackup() {
  return (
    <>
      <h2 id="recovery-backup">{t.recovery.noBackup}</h2>
      <p className="recovery-counts">{t.recovery.noBackupWords}</p>
    </>
  );
}
