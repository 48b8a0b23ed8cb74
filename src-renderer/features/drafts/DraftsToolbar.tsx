import { Plus, Send, X } from 'lucide-react';
import { draftStatuses } from '#shared/contract/views.ts';
import { Button } from '../../components/Button.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { type Choice, SelectBox } from '../../components/SelectBox.tsx';
import { StatusGlyph } from '../../components/StatusBadge.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { askToPublish } from '../../stores/publishing.ts';
import { readyCountQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { ViewSwitch } from '../calendar/ViewSwitch.tsx';
import { filterDrafts, startDraft, useDrafts } from './drafts-store.ts';
import { ExportMenu } from './ExportMenu.tsx';

const statusChoices: Choice<string | null>[] = [
  { value: null, label: t.drafts.allStatuses },
  ...draftStatuses.map((status) => ({ value: status, label: t.status[status], icon: <StatusGlyph status={status} /> })),
];

/** Heading, the two main actions, search and filters. */
export function DraftsToolbar({ total }: { total: number | null }) {
  const { search, status, importId } = useDrafts();
  const ready = useLiveQuery(readyCountQuery, {}).value?.total ?? 0;
  return (
    <>
      <header className="view-header">
        <h1 id="drafts-title">{t.drafts.title}</h1>
        <span className="view-header-count numeric" role="status">
          {total !== null && total > 0 && t.drafts.total(total)}
        </span>
        <span className="view-header-space" />
        {total !== null && total > 0 && <ExportMenu importId={importId} />}
        <Button icon={Send} disabled={ready === 0} onClick={() => askToPublish({ kind: 'all' })}>
          {t.drafts.publishReady(ready)}
        </Button>
        <Button icon={Plus} look="primary" onClick={startDraft}>
          {t.drafts.newDraft}
        </Button>
      </header>
      <div className="drafts-filters" role="search">
        <SearchBox label={t.drafts.search} search={search} onSearch={searchDrafts} />
        <SelectBox
          label={t.drafts.statusFilter}
          size="sm"
          choices={statusChoices}
          value={status}
          onChange={(next) => filterDrafts({ status: draftStatuses.find((known) => known === next) ?? null })}
        />
        {importId !== null && (
          <button
            type="button"
            className="filter-chip"
            aria-label={t.drafts.clearImport}
            onClick={() => filterDrafts({ importId: null })}
          >
            {t.drafts.fromImport}
            <X aria-hidden="true" size={13} />
          </button>
        )}
        <span className="view-header-space" />
        <ViewSwitch />
      </div>
    </>
  );
}

function searchDrafts(search: string): void {
  filterDrafts({ search });
}
