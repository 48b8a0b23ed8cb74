import { useRef, useState } from 'react';
import type { BulkResult, OperationView } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { Modal } from '../../components/Modal.tsx';
import { ReasonList } from '../../components/ReasonList.tsx';
import { t } from '../../texts/index.ts';
import { cancelNow, resolve, useAsked } from './actions.ts';

/** What the outbox asks before it does it, and what it has to report afterwards. */
export function OutboxDialogs() {
  const { cancelling, sendingAgain, report } = useAsked();
  return (
    <>
      <Lasting value={cancelling}>{(shown, open) => <CancelDialog {...shown} open={open} />}</Lasting>
      <Lasting value={sendingAgain}>{(shown, open) => <SendAgainDialog entry={shown} open={open} />}</Lasting>
      <Lasting value={report}>{(shown, open) => <ReportDialog report={shown} open={open} />}</Lasting>
    </>
  );
}

/** Keeps what a dialog is about while the dialog fades out. */
function Lasting<Value>({
  value,
  children,
}: {
  value: Value | null;
  children: (value: Value, open: boolean) => React.ReactNode;
}) {
  const [last, setLast] = useState<Value | null>(null);
  if (value !== null && value !== last) setLast(value);
  const shown = value ?? last;
  return shown === null ? null : children(shown, value !== null);
}

function CancelDialog({ entries, left, open }: { entries: OperationView[]; left: number; open: boolean }) {
  const keep = useRef<HTMLButtonElement>(null);
  const close = () => useAsked.setState({ cancelling: null });
  const n = entries.length;
  return (
    <Modal
      open={open}
      onClose={close}
      initialFocus={keep}
      title={t.outbox.bulk.cancelTitle(n)}
      description={`${t.outbox.bulk.cancelWords(n)}${left > 0 ? ` ${t.outbox.bulk.cancelLeft(left)}` : ''}`}
      actions={
        <>
          <Button ref={keep} onClick={close}>
            {t.outbox.bulk.keep}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              close();
              void cancelNow(entries);
            }}
          >
            {t.outbox.bulk.cancelConfirm(n)}
          </Button>
        </>
      }
    />
  );
}

function SendAgainDialog({ entry, open }: { entry: OperationView; open: boolean }) {
  const back = useRef<HTMLButtonElement>(null);
  const close = () => useAsked.setState({ sendingAgain: null });
  return (
    <Modal
      open={open}
      onClose={close}
      initialFocus={back}
      title={t.outbox.sendAgainTitle}
      description={t.outbox.sendAgainWords(entry.title.trim() || t.untitled)}
      actions={
        <>
          <Button ref={back} onClick={close}>
            {t.actions.cancel}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              close();
              void resolve(entry.id, 'sendAgain');
            }}
          >
            {t.outbox.sendAgainConfirm}
          </Button>
        </>
      }
    />
  );
}

function ReportDialog({ report, open }: { report: BulkResult; open: boolean }) {
  const close = () => useAsked.setState({ report: null });
  return (
    <Modal
      open={open}
      onClose={close}
      title={t.outbox.bulk.problemsTitle(report.left)}
      description={t.outbox.bulk.problemsWords(report.done)}
      actions={<Button onClick={close}>{t.actions.close}</Button>}
    >
      <ReasonList
        rows={report.problems.map(({ id, title, reason }) => ({ key: id, title, reason }))}
        all={report.left}
      />
    </Modal>
  );
}
