import type { ImportPlanView } from '#shared/contract/import-views.ts';
import type { Db } from '../db/database.ts';
import { countPlanIssues, listIssueKinds, listPlanIssues } from './plan/plan-issues.ts';
import { countPlannedRows, countVerdicts, listPlannedRows } from './plan/plan-view.ts';
import type { KeptPlan } from './service.ts';

/** Rows and issues of the plan that its first view shows; the rest is read page by page. */
const PREVIEW_ROWS = 500;
const PREVIEW_ISSUES = 1_000;

/** Longest cell and most columns that are shown of the file's own rows. */
const LONGEST_CELL = 200;

/** Questions of one kind that are shown, those of most rows first. */
const MOST_QUESTIONS = 200;

/** The plan as windows and the command line see it first. */
export function toPlanView(db: Db, planId: string, { opened, tables, built }: KeptPlan): ImportPlanView {
  const { name, size, file, preset } = opened;
  const { reading } = file;
  return {
    planId,
    fileName: name,
    fileSize: size,
    format: reading.format,
    program: reading.program,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    dateOrder: reading.dateOrder,
    dateOrderReason: reading.dateOrderReason,
    timeZone: opened.reading.timeZone,
    columns: reading.columns.map(({ header, role, reason }) => ({ header, role, reason })),
    headerRow: reading.headerRow,
    sample: file.sample.map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, LONGEST_CELL)) })),
    preset: preset === null ? null : { id: preset.id, name: preset.name },
    unmappedCategories: built.unmappedCategories.slice(0, MOST_QUESTIONS),
    unmappedCities: built.unmappedCities.slice(0, MOST_QUESTIONS),
    venueGroups: built.venueGroups.slice(0, MOST_QUESTIONS),
    lookAlikes: countPlannedRows(db, tables, { verdicts: [], lookAlikes: true }),
    counts: countVerdicts(db, tables),
    issueCount: countPlanIssues(db, tables),
    issueKinds: listIssueKinds(db, tables),
    issues: listPlanIssues(db, tables, { limit: PREVIEW_ISSUES, offset: 0 }),
    preview: listPlannedRows(db, tables, { verdicts: [], limit: PREVIEW_ROWS, offset: 0 }),
  };
}
