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

export const PlannedRowSchema = z.object({
  row: z.number().int(),
  verdict: z.enum(['new', 'changed', 'unchanged', 'publishedChanged', 'duplicate', 'skipped', 'invalid']),
  title: z.string(),
  startLocal: z.string().nullable(),
  locationName: z.string(),
  /** What would change, field by field, in words. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** Why, for a duplicate, a skipped or an invalid row. */
  reason: z.string().nullable(),
});
export type PlannedRow = z.infer<typeof PlannedRowSchema>;

export const ImportPlanViewSchema = z.object({
  planId: z.string(),
  fileName: z.string(),
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
  counts: PlanCountsSchema,
  issueCount: z.number().int(),
  /** The first issues; `listPlanIssues` reads the rest. */
  issues: z.array(RowIssueSchema),
  /** The first rows of the plan, for the preview; `counts` speaks of all. */
  preview: z.array(PlannedRowSchema),
});
export type ImportPlanView = z.infer<typeof ImportPlanViewSchema>;

export const ImportViewSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  importedAt: z.number(),
  counts: PlanCountsSchema,
  undone: z.boolean(),
});
export type ImportView = z.infer<typeof ImportViewSchema>;
