import { z } from 'zod';
import { type DraftField, draftFieldLabels } from '#shared/drafts/draft.ts';
import { type Step, stepKinds } from '#shared/history/step.ts';
import { all, type Db, get } from '../db/database.ts';

const Fields = z.array(z.enum(Object.keys(draftFieldLabels) as [DraftField]));

const StepRowSchema = z.object({
  seq: z.number(),
  kind: z.enum(stepKinds),
  state: z.enum(['done', 'undone', 'spent']),
  at: z.number(),
  drafts: z.number(),
  fields: z.string().transform((text) => Fields.parse(JSON.parse(text))),
  days: z.number(),
  import_id: z.string().nullable(),
});
export type StepRow = z.output<typeof StepRowSchema>;

/** A step, or null when there is none of that number. */
export function findStep(db: Db, seq: number): StepRow | null {
  return one(get(db, 'SELECT * FROM history_steps WHERE seq = :seq', { seq }));
}

/** The newest step of any state. */
export function newestStep(db: Db): StepRow | null {
  return one(get(db, 'SELECT * FROM history_steps ORDER BY seq DESC LIMIT 1'));
}

/** What Undo takes back next. */
export function nextToUndo(db: Db): StepRow | null {
  return one(get(db, `SELECT * FROM history_steps WHERE state = 'done' ORDER BY seq DESC LIMIT 1`));
}

/** What Redo does again next: what was undone last. */
export function nextToRedo(db: Db): StepRow | null {
  return one(get(db, `SELECT * FROM history_steps WHERE state = 'undone' ORDER BY undone_turn DESC LIMIT 1`));
}

function one(row: unknown): StepRow | null {
  return row === undefined ? null : StepRowSchema.parse(row);
}

const ShownRow = StepRowSchema.extend({
  title: z.string().nullable(),
  file_name: z.string().nullable(),
  created: z.number().nullable(),
  changed: z.number().nullable(),
}).transform(
  (row): Step => ({
    id: row.seq,
    kind: row.kind,
    at: row.at,
    drafts: row.drafts,
    title: row.title ?? '',
    fields: row.fields,
    days: row.days,
    file: row.file_name === null ? null : { name: row.file_name, created: row.created ?? 0, changed: row.changed ?? 0 },
  }),
);

const SHOWN = `SELECT s.*,
    (SELECT d.title FROM history_entries e JOIN drafts d ON d.seq = e.draft
     WHERE e.step = s.seq ORDER BY e.draft LIMIT 1) AS title,
    i.file_name, i.counts ->> '$.new' AS created, i.counts ->> '$.changed' AS changed
  FROM history_steps s LEFT JOIN imports i ON i.id = s.import_id`;

/** A step with its names. */
export function viewStep(db: Db, seq: number): Step {
  return ShownRow.parse(get(db, `${SHOWN} WHERE s.seq = :seq`, { seq }));
}

/** What can be undone, the newest first, and after it what can be redone, the next first. */
export function listSteps(db: Db): { done: Step[]; undone: Step[] } {
  const parse = (row: unknown) => ShownRow.parse(row);
  return {
    done: all(db, `${SHOWN} WHERE s.state = 'done' ORDER BY s.seq DESC`).map(parse),
    undone: all(db, `${SHOWN} WHERE s.state = 'undone' ORDER BY s.undone_turn DESC`).map(parse),
  };
}
