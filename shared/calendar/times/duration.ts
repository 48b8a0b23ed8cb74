import { foldText } from '../text/fold.ts';

const UNITS: [RegExp, number][] = [
  [/^(?:m|min|mins|minute|minutes|minuten|minuti|minuto|minutos|minut|minuty|мин|минут|хв|хвилин|分|분|’|')\.?$/, 1],
  [
    /^(?:h|hr|hrs|hs|hour|hours|stunde|stunden|std|heure|heures|hora|horas|ora|ore|uur|godz|godzin|godziny|ч|час|часа|часов|год|時間|시간)\.?$/,
    60,
  ],
  [
    /^(?:d|day|days|tag|tage|jour|jours|dia|dias|giorno|giorni|dag|dagen|dzien|dni|день|дня|дней|днів|日間|日|일)\.?$/,
    1_440,
  ],
];
const PART = /(\d+(?:[.,]\d+)?)\s*([^\d\s]*)/gu;
const LONGEST_MINUTES = 366 * 1_440;

/** Minutes of a duration: `90`, `1:30`, `2 h`, `1h30`, `7 Day`, `PT1H30M`. Null when it is none. */
export function readDuration(cell: string): number | null {
  const text = foldText(cell).trim();
  const clock = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock !== null) return inRange(Number(clock[1]) * 60 + Number(clock[2]));
  const parts = text.replace(/^pt(?=\d)/, '').replace(/\b(?:and|und|et|e|y|en|i)\b/g, ' ');
  let minutes = 0;
  let rest = parts;
  let lastUnit = 0;
  for (const part of parts.matchAll(PART)) {
    const unit = unitMinutes(part[2] ?? '', lastUnit);
    if (unit === null) return null;
    minutes += Number((part[1] ?? '').replace(',', '.')) * unit;
    lastUnit = unit;
    rest = rest.replace(part[0], '');
  }
  return lastUnit === 0 || /\S/.test(rest.replace(/[.,]/g, '')) ? null : inRange(asMilliseconds(Math.round(minutes)));
}

const MINUTE_MS = 60_000;

/** No event takes a year: a plain number that long is milliseconds, as some programs export them. */
function asMilliseconds(minutes: number): number {
  const isMs = minutes > LONGEST_MINUTES && minutes % MINUTE_MS === 0;
  return isMs ? minutes / MINUTE_MS : minutes;
}

/** A number without a unit is minutes, also after hours (`1h30`). */
function unitMinutes(word: string, lastUnit: number): number | null {
  if (word === '') return lastUnit === 0 || lastUnit === 60 ? 1 : null;
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function inRange(minutes: number): number | null {
  return minutes >= 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}
