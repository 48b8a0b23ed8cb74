import type {
  ImportPlanView,
  ImportProgress,
  ImportView,
  PlannedRow,
  Preset,
  RowIssueView,
  UndoneImport,
} from '#shared/contract/import-views.ts';
import type { PlanChoices } from './choices.ts';
import type { IssuesQuery } from './plan/plan-issues.ts';
import type { RowsQuery } from './plan/plan-view.ts';

/** From a calendar file to drafts, and back. */
export type ImportsApi = {
  /** Reads the file and says what would happen. Changes nothing. @throws OrganizerError `cancelled` when it is stopped. */
  plan(filePath: string, choices: PlanChoices, signal?: AbortSignal): Promise<ImportPlanView>;
  /** How far the newest plan has come; null when none is being made. */
  progress(): ImportProgress | null;
  /** Stops the plan that is being made. Returns whether there was one. */
  cancel(): boolean;
  /** A page of a plan's rows, in the order of the file; all verdicts when none is named. */
  rows(planId: string, query: RowsQuery): { total: number; rows: PlannedRow[] };
  /** A page of what is to be known about the file and its rows; of one kind or one row when they are named. */
  issues(
    planId: string,
    query: IssuesQuery & { limit: number; offset: number },
  ): { total: number; issues: RowIssueView[] };
  /** Does what the plan says, in one transaction. Plans of a workspace that changed since are made anew first. */
  apply(planId: string): ImportView;
  list(): ImportView[];
  undo(importId: string): UndoneImport;
  /** Writes the rows that could not be read, with their reasons, as CSV. Returns how many. */
  saveInvalidRows(planId: string, path: string): Promise<number>;
  /** Writes the file of an import as it was. @throws OrganizerError `not_found` when no copy was kept */
  saveOriginal(importId: string, path: string): Promise<void>;
  /** Keeps cells that were copied from a spreadsheet as a file. Returns its path. */
  keepPastedCells(text: string): string;
  presets: {
    list(): Preset[];
    rename(id: string, name: string): void;
    remove(id: string): void;
    /** Writes it as JSON, for `organizer import --mapping`. */
    save(id: string, path: string): Promise<void>;
    /** The same, as text. */
    text(id: string): string;
  };
};
