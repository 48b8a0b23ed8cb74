import { Calendar, CalendarDays, CalendarRange, List, type LucideIcon } from 'lucide-react';
import { useBareKey } from '../../app/shortcuts.ts';
import { t } from '../../texts/index.ts';
import { type DraftsViewName, draftViews, showView, useCalendar } from './calendar-store.ts';
import './ViewSwitch.css';

const icons: Record<DraftsViewName, LucideIcon> = {
  month: CalendarDays,
  week: CalendarRange,
  agenda: Calendar,
  list: List,
};

/** Month, week, agenda or list: the same drafts, one key each. */
export function ViewSwitch() {
  return (
    <div className="view-switch" role="group" aria-label={t.calendar.switch}>
      {(Object.keys(draftViews) as DraftsViewName[]).map((name) => (
        <Choice key={name} name={name} />
      ))}
    </div>
  );
}

function Choice({ name }: { name: DraftsViewName }) {
  const isOn = useCalendar((state) => state.view === name);
  const Icon = icons[name];
  useBareKey(draftViews[name], () => showView(name));
  return (
    <button
      type="button"
      className="view-choice"
      aria-pressed={isOn}
      aria-keyshortcuts={draftViews[name].toUpperCase()}
      title={t.calendar.viewKey(t.calendar.views[name], draftViews[name])}
      onClick={() => showView(name)}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2} />
      <span>{t.calendar.views[name]}</span>
    </button>
  );
}
