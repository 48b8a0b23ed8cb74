import { type MouseEvent, memo } from 'react';
import type { DraftView } from '#shared/contract/views.ts';
import { type PublishProblem, summariseProblems } from '#shared/publishing/readiness.ts';
import { CheckBox } from '../../components/CheckBox.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useChannelName } from '../../stores/catalog.ts';
import { stateQuery } from '../../stores/workspace.ts';
import { formatLocal, zoneAbbreviation } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { openDraft, useDrafts } from './drafts-store.ts';
import { extendSelection, toggleRow } from './selection.ts';

type Props = {
  index: number;
  top: number;
  /** Null while its page is on the way. */
  draft: DraftView | null;
  selected: boolean;
  open: boolean;
  current: boolean;
  focusRow: (index: number, element: HTMLElement | null) => void;
};

/** One draft of the list. */
export const DraftRow = memo(function DraftRow({ index, top, draft, selected, open, current, focusRow }: Props) {
  if (draft === null)
    return (
      <div
        className="draft-grid draft-row draft-row-empty"
        role="row"
        aria-rowindex={index + 2}
        aria-busy="true"
        style={{ transform: `translateY(${top}px)` }}
      />
    );

  const title = draft.fields.title.trim() || t.untitled;
  function onClick(event: MouseEvent) {
    if (draft === null) return;
    if (event.shiftKey) void extendSelection(index);
    else if (event.ctrlKey || event.metaKey) toggleRow(index, draft.id);
    else {
      useDrafts.setState({ cursor: index, anchor: index });
      openDraft(draft.id, false);
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
    <div
      ref={(element) => focusRow(index, current ? element : null)}
      className="draft-grid draft-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-open={open || undefined}
      tabIndex={current ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the box from opening the editor */}
      <span role="gridcell" className="draft-check" onClick={(event) => event.stopPropagation()}>
        <CheckBox
          label={t.drafts.select(title)}
          checked={selected}
          inTabOrder={false}
          onChange={(_, shift) => (shift ? void extendSelection(index) : toggleRow(index, draft.id))}
        />
      </span>
      <span role="gridcell" className="draft-title">
        <bdi className={draft.fields.title.trim() === '' ? 'draft-untitled' : ''}>{title}</bdi>
        <Note draft={draft} />
      </span>
      <When draft={draft} />
      <span role="gridcell" className="draft-where">
        <bdi>{draft.fields.locationName || draft.fields.placeName || '–'}</bdi>
        {draft.fields.locationName !== '' && draft.fields.placeName !== null && (
          <bdi className="draft-minor">{draft.fields.placeName}</bdi>
        )}
      </span>
      <ChannelCell channelId={draft.fields.channelId} />
      <span role="gridcell">
        <StatusBadge status={draft.status} />
      </span>
    </div>
  );
});

/** What stands in the way: an answer of the platform, or what is missing. */
function Note({ draft }: { draft: DraftView }) {
  if (draft.error !== null && (draft.status === 'rejected' || draft.status === 'needsReview')) {
    return (
      <span className={draft.status === 'rejected' ? 'draft-minor draft-bad' : 'draft-minor draft-warn'}>
        {draft.error.message}
      </span>
    );
  }
  const summary = summariseProblems(draft.problems as PublishProblem[]);
  return summary === '' ? null : <span className="draft-minor">{summary}</span>;
}

function When({ draft }: { draft: DraftView }) {
  const { startLocal, endLocal, timeZone } = draft.fields;
  const start = formatLocal(startLocal);
  if (start === null) {
    return (
      <span role="gridcell" className="draft-when draft-minor">
        {t.drafts.noDate}
      </span>
    );
  }
  const end = formatLocal(endLocal);
  const sameNight = endLocal !== null && Date.parse(`${endLocal}Z`) - Date.parse(`${startLocal}Z`) < DAY_MS;
  const elsewhere = timeZone !== null && timeZone !== stateQuery.store.getState().value?.defaultTimeZone;
  return (
    <span role="gridcell" className="draft-when numeric" title={timeZone ?? undefined}>
      <span>{start.date}</span>
      <span className="draft-minor">
        {end === null ? start.time : `${start.time} – ${sameNight ? end.time : end.date}`}
        {elsewhere && ` · ${zoneAbbreviation(timeZone, startLocal ?? '')}`}
      </span>
    </span>
  );
}

function ChannelCell({ channelId }: { channelId: number | null }) {
  const name = useChannelName(channelId);
  return (
    <span role="gridcell" className="draft-channel">
      <bdi>{name ?? '–'}</bdi>
    </span>
  );
}

const DAY_MS = 86_400_000;
