import { CalendarPlus, FileDown } from 'lucide-react';
import { useStore } from 'zustand';
import type { CalendarDays } from '#shared/contract/calendar-views.ts';
import { Button } from '../../components/Button.tsx';
import { go } from '../../stores/navigation.ts';
import { stateQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { filterDrafts, useDrafts } from '../drafts/drafts-store.ts';
import { type CalendarViewName, goToDate, useCalendar } from './calendar-store.ts';

/** Above days without drafts: how to begin, and where the next ones are. */
export function EmptyHint({ view, nearest }: { view: CalendarViewName; nearest: CalendarDays['nearest'] }) {
  const { search, status, importId } = useDrafts();
  const channelId = useCalendar((state) => state.channelId);
  const none = useStore(stateQuery.store, (state) => state.value?.drafts === 0);
  const filtered = search !== '' || status !== null || importId !== null || channelId !== null;
  const words = none ? t.calendar.empty.noneWords : filtered ? t.calendar.empty.filtered : t.calendar.empty.words[view];
  function clear() {
    filterDrafts({ search: '', status: null, importId: null });
    useCalendar.setState({ channelId: null });
  }
  return (
    <div className="calendar-hint" role="status">
      <CalendarPlus aria-hidden="true" size={16} />
      <p>
        <strong>{none ? t.calendar.empty.none : t.calendar.empty.range[view]}</strong> {words}
      </p>
      {none && (
        <Button size="sm" icon={FileDown} onClick={() => go('import')}>
          {t.drafts.emptyImport}
        </Button>
      )}
      {!none && filtered && (
        <Button size="sm" onClick={clear}>
          {t.drafts.clearFilters}
        </Button>
      )}
      {nearest.before !== null && <JumpTo date={nearest.before} words={t.calendar.empty.before(nearest.before)} />}
      {nearest.after !== null && <JumpTo date={nearest.after} words={t.calendar.empty.after(nearest.after)} />}
    </div>
  );
}

function JumpTo({ date, words }: { date: string; words: string }) {
  return (
    <Button size="sm" onClick={() => goToDate(date, true)}>
      {words}
    </Button>
  );
}
