import type { Mapping } from '#shared/calendar/mapping-document.ts';
import type { ReadingOptions, ReadRow } from '#shared/calendar/types.ts';
import type { LeftOut } from '#shared/contract/calls/imports.ts';
import type { Classification, Place } from '#shared/contract/views.ts';
import type { Steps } from '#shared/steps.ts';
import type { Db } from '../../db/database.ts';
import type { Random } from '../../ports.ts';
import type { CalendarFile } from '../read/read-calendar.ts';
import { createClassificationCheck } from './answers/classifications.ts';
import { createPlaceCheck } from './answers/places.ts';
import { createVenueCheck, type VenueGroup } from './answers/venues.ts';
import { compareWithDrafts, settleIdentities } from './compare.ts';
import { findLookAlikes } from './look-alikes/find-look-alikes.ts';
import { addIssue, addRow, type PlanTables, together } from './plan-table.ts';

/** Rows that are stored together: one transaction each, and a chance to breathe between two. */
const ROWS_A_BATCH = 500;

export type BuildParts = {
  db: Db;
  random: Random;
  known: readonly Classification[];
  /** Places that were used before. */
  places: readonly Place[];
  /** What the person answered to categories, cities and spellings of the file. */
  answers: Pick<Mapping, 'classificationMap' | 'placeMap' | 'venueMap'>;
  /** What the person left out. */
  leftOut: readonly LeftOut[];
  /** Told how many rows were read so far, */
  onRows: (rows: number) => void;
  /** and when all of them were. */
  onRead: () => void;
};

/** What the plan's own tables do not hold. */
export type BuiltPlan = {
  unmappedCategories: { value: string; rows: number }[];
  unmappedCities: { value: string; rows: number }[];
  venueGroups: VenueGroup[];
};

/** Fills the tables of a plan from a file that was understood. Touches no draft. */
export function* buildPlan(
  parts: BuildParts,
  tables: PlanTables,
  file: CalendarFile,
  headerSignature: string,
  options: Pick<ReadingOptions, 'classification' | 'placeId' | 'placeName'>,
): Steps<BuiltPlan> {
  const { db, random } = parts;
  const { classificationMap, placeMap, venueMap } = parts.answers;
  const classifications = createClassificationCheck(parts.known, options.classification, classificationMap);
  const places = createPlaceCheck(parts.places, options, placeMap);
  const venues = createVenueCheck(venueMap);
  const leftOut = new Set(parts.leftOut.map(keyOf));
  const prepare = (row: ReadRow) => places.check(classifications.check(leaveOut(row, leftOut)));
  const store = (batch: readonly ReadRow[]) =>
    together(db, () => {
      for (const read of batch) {
        const row = prepare(read);
        addRow(db, tables, row, random.uuid(), venues.check(row));
      }
    });
  let batch: ReadRow[] = [];
  let rows = 0;
  for (const row of file.rows) {
    batch.push(row);
    if (batch.length < ROWS_A_BATCH) continue;
    store(batch);
    rows += batch.length;
    batch = [];
    parts.onRows(rows);
    yield;
  }
  store(batch);
  parts.onRows(rows + batch.length);
  parts.onRead();
  together(db, () => {
    for (const issue of [...file.reading.issues, ...classifications.issues()]) addIssue(db, tables, issue, 'file');
    settleIdentities(db, tables);
  });
  yield* compareWithDrafts(db, tables, headerSignature);
  yield* findLookAlikes(db, tables);
  return {
    unmappedCategories: classifications.unmapped(),
    unmappedCities: places.unmapped(),
    venueGroups: venues.groups(),
  };
}

/** An event is told from others of its row by its start, which stays when the row gives more or fewer of them. */
function keyOf({ row, startLocal }: LeftOut): string {
  return `${row} ${startLocal ?? ''}`;
}

function leaveOut(row: ReadRow, leftOut: ReadonlySet<string>): ReadRow {
  if (row.kind !== 'event' || !leftOut.has(keyOf({ row: row.row, startLocal: row.fields.startLocal }))) return row;
  return { kind: 'skipped', row: row.row, reason: 'left_out', text: row.fields.title };
}
