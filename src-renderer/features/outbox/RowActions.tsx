import type { OperationView } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../texts/index.ts';
import { showDraft } from '../drafts/drafts-store.ts';
import { cancelEntries, retryEntries } from './actions.ts';
import { createPressGuard } from './double-press.ts';
import { fits } from './fits.ts';

const press = createPressGuard();

/** The buttons of one entry, at its end. What needs a review has its own, beside the explanation. */
export function RowActions({ operation, tabbable }: { operation: OperationView; tabbable: boolean }) {
  const { state, draftId } = operation;
  const tabIndex = tabbable ? 0 : -1;
  return (
    <>
      {state === 'rejected' && (
        <Button size="sm" tabIndex={tabIndex} onClick={() => showDraft(draftId)}>
          {t.outbox.editDraft}
        </Button>
      )}
      {state !== 'needsReview' && fits('tryAgain', operation) && (
        <Button size="sm" tabIndex={tabIndex} onClick={(event) => press(event, () => void retryEntries([operation]))}>
          {state === 'rejected' ? t.outbox.tryAgain : t.outbox.retry}
        </Button>
      )}
      {fits('sendAnyway', operation) && (
        <Button size="sm" tabIndex={tabIndex} onClick={(event) => press(event, () => void retryEntries([operation]))}>
          {t.outbox.sendAnyway}
        </Button>
      )}
      {fits('cancel', operation) && (
        <Button
          size="sm"
          look="quiet"
          tabIndex={tabIndex}
          onClick={(event) => press(event, () => void cancelEntries([operation]))}
        >
          {t.outbox.cancel}
        </Button>
      )}
    </>
  );
}
