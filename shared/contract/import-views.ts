import { z } from 'zod';
import { columnRoles } from '../calendar/types.ts';

/** What is shown of a calendar file, of the plan made of it, and of imports done. */

export const RowIssueSchema = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

export type RowIssueView = z.infer<typeof RowIssueSchema>;

/** One kind of issue, with how many there are of it. */
export const IssueKindSchema = RowIssueSchema.pick({ code: true, severity: true }).extend({ count: z.number().int() });
export type IssueKind = z.infer<typeof IssueKindSchema>;

/** The seven things that can become of a row; their sum is `rows` (design, "The command line"). */
export const PlanCountsSchema = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  publishedChanged: z.number().int(),
  duplicates: z.number().int(),
  skipped: z.number().int(),
  invalid: z.number().int(),
});
export type PlanCounts = z.infer<typeof PlanCountsSchema>;

/** What becomes of a row. */
export const rowVerdicts = [
  'new',
  'changed',
  'unchanged',
  'publishedChanged',
  'duplicate',
  'skipped',
  'invalid',
] as const;

export const PlannedRowSchema = z.object({
  row: z.number().int(),
  verdict: z.enum(rowVerdicts),
  title: z.string(),
  startLocal: z.string().nullable(),
  locationName: z.string(),
  /** What would change, field by field, in words. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Why, for a duplicate, a skipped or an invalid row. */
  reason: z.string().nullable(),
  /** Why a new one may be an event that is there already; a whole sentence. */
  lookAlike: z.string().nullable(),
  /** The cells of an invalid row as they were read, for mending; null for the others, and for iCalendar files. */
  cells: z.array(z.string()).nullable(),
});
export type PlannedRow = z.infer<typeof PlannedRowSchema>;

export const ImportPlanViewSchema = z.object({
  planId: z.string(),
  fileName: z.string(),
  /** In bytes. */
  fileSize: z.number().int(),
  format: z.enum(['csv', 'ics']),
  /** The program that made the file, as far as it shows. */
  program: z.string().nullable(),
  encoding: z.string(),
  /** '' when the format has none. */
  delimiter: z.string(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  dateOrderReason: z.enum(['given', 'by_values', 'by_shape', 'by_language', 'ambiguous']),
  timeZone: z.string(),
  columns: z.array(z.object({ header: z.string(), role: z.enum(columnRoles), reason: z.string() })),
  /** Row number of the header; null when there is none. */
  headerRow: z.number().int().nullable(),
  /** The first rows as they stand in the file, below the header. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** What was chosen for such files before and counts here again; null when nothing was, or it is left out. */
  preset: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Categories of the file that the platform does not list and nobody has mapped, the most frequent first. */
  unmappedCategories: z.array(z.object({ value: z.string(), rows: z.number().int() })),
  /** Cities of the file that are no known place, the most frequent first. */
  unmappedCities: z.array(z.object({ value: z.string(), rows: z.number().int() })),
  /** Spellings that are likely one venue, each group with the spelling of most rows. */
  venueGroups: z.array(
    z.object({ chosen: z.string(), spellings: z.array(z.object({ value: z.string(), rows: z.number().int() })) }),
  ),
  /** New rows that look like an event that is there already. */
  lookAlikes: z.number().int(),
  counts: PlanCountsSchema,
  issueCount: z.number().int(),
  /** Problems first, then notes; of each the most frequent first. */
  issueKinds: z.array(IssueKindSchema),
  /** The first issues; `listPlanIssues` reads the rest. */
  issues: z.array(RowIssueSchema),
  /** The first rows of the plan, for the preview; `counts` speaks of all. */
  preview: z.array(PlannedRowSchema),
});
export type ImportPlanView = z.infer<typeof ImportPlanViewSchema>;

export const ImportViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Size of the file as it was, in bytes, where a copy of it was kept. */
  originalSize: z.number().int().nullable(),
  importedAt: z.number(),
  counts: PlanCountsSchema,
  undone: z.boolean(),
});
export type ImportView = z.infer<typeof ImportViewSchema>;

/** How far the work on an import has come. */
export const ImportProgressSchema = z.object({
  phase: z.enum(['reading', 'comparing']),
  fileName: z.string(),
  /** Rows that were read so far. */
  rows: z.number().int(),
  /** Share of the work that is done, 0 to 1; null when it cannot be told. */
  share: z.number().min(0).max(1).nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgressSchema>;

/** What was chosen for files with one and the same header. */
export const PresetSchema = z.object({
  id: z.string(),
  name: z.string(),
  headers: z.array(z.string()),
  columns: z.record(z.string(), z.enum(columnRoles)),
  usedAt: z.number(),
});
export type Preset = z.infer<typeof PresetSchema>;

/** What became of an import that was taken back. */
export const UndoneImportSchema = z.object({
  /** Drafts that went to the trash, or got their earlier content again. */
  removed: z.number().int(),
  /** Drafts that stay, because they were published or may have been. */
  kept: z.number().int(),
  /** The first of these, each with the reason. */
  stayed: z.array(
    z.object({ draftId: z.string(), title: z.string(), startLocal: z.string().nullable(), why: z.string() }),
  ),
});
export type UndoneImport = z.infer<typeof UndoneImportSchema>;
