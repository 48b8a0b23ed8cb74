import { Ban, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { OperationFilter, OperationView } from '#shared/contract/outbox-views.ts';
import { Button } from '../../components/Button.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { showError } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import { cancelEntries, retryEntries } from './actions.ts';
import { countsFor, searchCountsQuery, toBulkCounts } from './bulk-counts.ts';
import { filterOutbox, type Shown, toFilter, useOutbox } from './outbox-store.ts';
import { readOperations } from './read-operations.ts';

/** The search, and what can be done with everything that the list shows. */
export function OutboxToolbar({ page }: { page: CallOutput<'listOperations'> }) {
  const { shown, search } = useOutbox();
  const found = useLiveQuery(searchCountsQuery, search === '' ? null : { search }).value;
  const counts = search === '' ? toBulkCounts(page.counts, page.asking) : found;
  const { retry, cancel } = counts === null ? { retry: 0, cancel: 0 } : countsFor(shown, counts);
  // The banner above offers just that.
  const offered = shown === 'asking' && search === '';
  return (
    <div className="outbox-tools" role="search">
      <SearchBox label={t.outbox.search} search={search} onSearch={searchOutbox} />
      <span className="view-header-space" />
      <fieldset className="outbox-bulk" aria-label={t.outbox.bulk.shown}>
        {retry > 0 && !offered && (
          <BulkButton icon={RotateCw} run={() => forShown(toRetry({ shown, search }), retryEntries)}>
            {retryLabel(shown, retry, counts?.rejected === 0)}
          </BulkButton>
        )}
        {cancel > 0 && (
          <BulkButton icon={Ban} run={() => forShown(toCancel({ shown, search }), cancelEntries)}>
            {t.outbox.bulk.cancel(cancel)}
          </BulkButton>
        )}
      </fieldset>
    </div>
  );
}

function BulkButton({ icon, run, children }: { icon: typeof Ban; run: () => Promise<void>; children: string }) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="sm"
      icon={icon}
      busy={busy}
      onClick={() => {
        setBusy(true);
        void run().finally(() => setBusy(false));
      }}
    >
      {children}
    </Button>
  );
}

function searchOutbox(search: string): void {
  filterOutbox({ search });
}

function retryLabel(shown: Shown, n: number, noneRefused: boolean): string {
  if (shown === 'asking') return t.outbox.bulk.sendAll(n);
  return shown === 'needsReview' || noneRefused ? t.outbox.bulk.lookAgain(n) : t.outbox.bulk.tryAgain(n);
}

type Listed = { shown: Shown; search: string };

/** Not everything at once: among all entries, “try again” means what came to a stop, never what asks first. */
function toRetry(listed: Listed): OperationFilter {
  const filter = toFilter(listed);
  return listed.shown === null ? { ...filter, states: ['needsReview', 'rejected'] } : filter;
}

function toCancel(listed: Listed): OperationFilter {
  const filter = toFilter(listed);
  return listed.shown === 'asking' ? filter : { ...filter, states: ['queued'] };
}

/** Reads what is meant first, so that exactly that is changed, and can be named and put back. */
async function forShown(filter: OperationFilter, act: (entries: OperationView[]) => Promise<void>): Promise<void> {
  const answer = await readOperations(filter);
  if (answer.ok) await act(answer.value);
  else showError(answer.error);
}
