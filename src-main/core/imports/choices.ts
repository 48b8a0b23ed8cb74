import type { Mapping } from '#shared/calendar/mapping-document.ts';
import type { ReadingOptions } from '#shared/calendar/types.ts';
import type { Correction } from '#shared/contract/calls/imports.ts';
import type { ImportChoices } from '#shared/contract/contract.ts';
import { OrganizerError } from '#shared/errors.ts';
import { isTimeZone } from '#shared/time/zoned.ts';

/** What was chosen for a file: in the window, or on the command line with a mapping. */
export type PlanChoices = ImportChoices & {
  mapping?: Mapping | undefined;
  /** False: what is chosen counts for this file only. Default: true. */
  remember?: boolean;
};

/** What holds for every file of the same kind, and is therefore remembered. */
const REMEMBERED = [
  'dateOrder',
  'timeZone',
  'encoding',
  'delimiter',
  'headerRow',
  'channelId',
  'placeId',
  'placeName',
  'countryCode',
  'classification',
  'classificationMap',
  'placeMap',
  'venueMap',
] as const satisfies (keyof Mapping & keyof ImportChoices)[];

/** Of these, what reading a file takes as it is. */
const DEFAULTS = [
  'dateOrder',
  'encoding',
  'delimiter',
  'headerRow',
  'channelId',
  'placeId',
  'placeName',
  'countryCode',
  'classification',
] as const satisfies (keyof Mapping & keyof ReadingOptions)[];

/** How the file is read: single choices win over those of the mapping. @throws OrganizerError `usage` */
export function toReadingOptions(choices: PlanChoices, defaultTimeZone: string): ReadingOptions {
  const { year, mapping, seriesFrom, seriesUntil, corrections } = choices;
  const chosen = toMapping(choices);
  const timeZone = chosen.timeZone ?? defaultTimeZone;
  if (!isTimeZone(timeZone))
    throw new OrganizerError(
      'usage',
      `“${timeZone}” is not a time zone name. Use one such as Europe/Berlin or America/New_York.`,
    );
  const found: ReadingOptions = { timeZone };
  for (const name of DEFAULTS) if (chosen[name] !== undefined) Object.assign(found, { [name]: chosen[name] });
  const hasMapping = mapping !== undefined || choices.columns !== undefined;
  return {
    ...found,
    ...(year !== undefined && { year }),
    ...(seriesFrom !== undefined && { seriesFrom }),
    ...(seriesUntil !== undefined && { seriesUntil }),
    ...(hasMapping && { mapping: { columns: chosen.columns } }),
    ...(corrections !== undefined && { corrections: toCorrections(corrections) }),
  };
}

/** All that was chosen and holds for every file of the same kind. */
export function toMapping({ mapping, columns, ...choices }: PlanChoices): Mapping {
  const found: Mapping = { ...mapping, columns: { ...mapping?.columns, ...columns } };
  for (const name of REMEMBERED) if (choices[name] !== undefined) Object.assign(found, { [name]: choices[name] });
  return found;
}

/** A channel or a city alone is no answer to how a file is to be read, so nothing is remembered for them. */
export function isWorthRemembering({ columns, ...mapping }: Mapping): boolean {
  const { channelId: _channel, placeId: _id, placeName: _name, countryCode: _country, ...answers } = mapping;
  return Object.keys(columns).length > 0 || Object.keys(answers).length > 0;
}

function toCorrections(corrections: Correction[]): NonNullable<ReadingOptions['corrections']> {
  return new Map(
    corrections.map(({ row, cells }) => [row, new Map(cells.map(({ index, value }) => [index, value]))] as const),
  );
}
