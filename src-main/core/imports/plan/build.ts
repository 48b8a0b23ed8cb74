import type { ReadingOptions, ReadRow } from '#shared/calendar/types.ts';
import type { Classification } from '#shared/contract/views.ts';
import type { Steps } from '#shared/steps.ts';
import type { Db } from '../../db/database.ts';
import type { Random } from '../../ports.ts';
import type { CalendarFile } from '../read/read-calendar.ts';
import { compareWithDrafts, settleIdentities } from './compare.ts';
import { createClassificationCheck } from './known-classifications.ts';
import { addIssue, addRow, type PlanTables, together } from './plan-table.ts';

/** Rows that are stored together: one transaction each, and a chance to breathe between two. */
const ROWS_A_BATCH = 500;

export type BuildParts = {
  db: Db;
  random: Random;
  known: readonly Classification[];
  /** The person's answers to categories that the platform does not list. */
  classificationMap: Readonly<Record<string, readonly string[]>>;
  /** Told how many rows were read so far, */
  onRows: (rows: number) => void;
  /** and when all of them were. */
  onRead: () => void;
};

/** What the plan's own tables do not hold. */
export type BuiltPlan = { unmappedCategories: { value: string; rows: number }[] };

/** Fills the tables of a plan from a file that was understood. Touches no draft. */
export function* buildPlan(
  parts: BuildParts,
  tables: PlanTables,
  file: CalendarFile,
  headerSignature: string,
  options: Pick<ReadingOptions, 'classification'>,
): Steps<BuiltPlan> {
  const { db, random } = parts;
  const classifications = createClassificationCheck(parts.known, options.classification, parts.classificationMap);
  const store = (batch: readonly ReadRow[]) =>
    together(db, () => {
      for (const row of batch) addRow(db, tables, classifications.check(row), random.uuid());
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
  return { unmappedCategories: classifications.unmapped() };
}
