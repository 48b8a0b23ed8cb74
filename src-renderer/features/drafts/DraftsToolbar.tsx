import { Plus, Search, Send, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { draftStatuses } from '#shared/contract/views.ts';
import { useBareKey } from '../../app/shortcuts.ts';
import { Button } from '../../components/Button.tsx';
import { type Choice, SelectBox } from '../../components/SelectBox.tsx';
import { StatusGlyph } from '../../components/StatusBadge.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { askToPublish } from '../../stores/publishing.ts';
import { readyCountQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { filterDrafts, startDraft, useDrafts } from './drafts-store.ts';

const statusChoices: Choice<string | null>[] = [
  { value: null, label: t.drafts.allStatuses },
  ...draftStatuses.map((status) => ({ value: status, label: t.status[status], icon: <StatusGlyph status={status} /> })),
];

/** Heading, the two main actions, search and filters. */
export function DraftsToolbar({ total }: { total: number | null }) {
  const { status, importId } = useDrafts();
  const ready = useLiveQuery(readyCountQuery, {}).value?.total ?? 0;
  return (
    <>
      <header className="view-header">
        <h1 id="drafts-title">{t.drafts.title}</h1>
        <span className="view-header-count numeric" role="status">
          {total !== null && total > 0 && t.drafts.total(total)}
        </span>
        <span className="view-header-space" />
        <Button icon={Send} disabled={ready === 0} onClick={() => askToPublish({ kind: 'all' })}>
          {t.drafts.publishReady(ready)}
        </Button>
        <Button icon={Plus} look="primary" onClick={startDraft}>
          {t.drafts.newDraft}
        </Button>
      </header>
      <div className="drafts-filters" role="search">
        <SearchBox />
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
      </div>
    </>
  );
}

/** Searches as one types; the list follows a moment later, so that it does not flicker with each letter. */
function SearchBox() {
  const search = useDrafts((state) => state.search);
  const [text, setText] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  useBareKey('/', () => input.current?.focus());
  // Others only ever clear the search.
  useEffect(() => {
    if (search === '') setText('');
  }, [search]);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => filterDrafts({ search: text.slice(0, 500) }), 120);
    return () => clearTimeout(timer);
  }, [text, search]);

  return (
    <div className="search-box">
      <Search aria-hidden="true" size={14} />
      <input
        ref={input}
        type="search"
        className="input"
        dir="auto"
        aria-label={t.drafts.search}
        placeholder={t.drafts.search}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text === '') input.current?.blur();
          else setText('');
        }}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
    </div>
  );
}
