import { MOST_DATES, type RepeatPattern, RepeatPatternSchema } from '#shared/drafts/repeat.ts';

/** What stands in the dialog: texts as they were typed. */
export type RepeatForm = {
  unit: 'day' | 'week' | 'month';
  interval: string;
  weekdays: readonly number[];
  on: 'date' | 'weekday' | 'lastWeekday';
  end: 'count' | 'until';
  count: string;
  until: string;
  skip: readonly string[];
};

/** Every week on the weekday of the first date, four times: the commonest wish. */
export function firstForm(startLocal: string): RepeatForm {
  return {
    unit: 'week',
    interval: '1',
    weekdays: [startFacts(startLocal).weekday],
    on: 'weekday',
    end: 'count',
    count: '4',
    until: '',
    skip: [],
  };
}

/** Weekday 1 (Monday) to 7, which of its kind in the month, and whether it is the last one. */
export function startFacts(startLocal: string): { weekday: number; nth: number; isLast: boolean } {
  const day = new Date(`${startLocal.slice(0, 10)}T00:00Z`);
  const weekLater = new Date(day.getTime() + 7 * 86_400_000);
  return {
    weekday: day.getUTCDay() || 7,
    nth: Math.ceil(day.getUTCDate() / 7),
    isLast: weekLater.getUTCMonth() !== day.getUTCMonth(),
  };
}

/** The pattern that the dialog says, or null while something is missing or out of range. */
export function toPattern(form: RepeatForm): RepeatPattern | null {
  const interval = wholeNumber(form.interval);
  const count = wholeNumber(form.count);
  const every = {
    day: { unit: 'day', interval },
    week: { unit: 'week', interval, weekdays: [...form.weekdays].sort() },
    month: { unit: 'month', interval, on: form.on },
  }[form.unit];
  const end = form.end === 'count' ? { kind: 'count', count } : { kind: 'until', date: form.until };
  const pattern = RepeatPatternSchema.safeParse({ every, end, skip: [...form.skip] });
  return pattern.success ? pattern.data : null;
}

/** Which boxes keep it from being a pattern. */
export function wrongBoxes(form: RepeatForm): { interval: boolean; count: boolean; until: boolean } {
  const within = (text: string, least: number, most: number) => {
    const number = wholeNumber(text);
    return number >= least && number <= most;
  };
  return {
    interval: !within(form.interval, 1, 99),
    count: form.end === 'count' && !within(form.count, 2, MOST_DATES),
    until: form.end === 'until' && toPattern({ ...form, interval: '1', weekdays: [1] }) === null,
  };
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
}
