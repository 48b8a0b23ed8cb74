import type { ImportPlanView, ImportView, RowIssueView } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { readCatalog } from '../catalog/catalog.ts';
import { get } from '../db/database.ts';
import type { EnqueueParts } from '../outbox/queue/freeze.ts';
import type { Clock } from '../ports.ts';
import { finishInSlices } from '../steps.ts';
import { applyPlan } from './apply.ts';
import { isWorthRemembering, type PlanChoices, toMapping } from './choices.ts';
import { viewImport } from './history.ts';
import { explainFile, type OpenedFile, openFile } from './open-file.ts';
import { createOriginals } from './originals/originals.ts';
import { keepPastedCells } from './pasted-cells.ts';
import { type BuiltPlan, buildPlan } from './plan/build.ts';
import { writeInvalidRows } from './plan/invalid-rows-csv.ts';
import { createPlanFile } from './plan/plan-file.ts';
import { countPlanIssues, type IssuesQuery, listPlanIssues } from './plan/plan-issues.ts';
import { dropPlanTables, makePlanTables, type PlanTables } from './plan/plan-table.ts';
import { countPlannedRows, listPlannedRows, type RowsQuery } from './plan/plan-view.ts';
import { rememberPreset } from './presets/presets.ts';
import { createImportProgress, type ReadingJob } from './progress.ts';
import { headerSignature, headersOf } from './signatures.ts';
import { toPlanView } from './view-plan.ts';

/** Older plans are forgotten. */
const PLANS_KEPT = 3;

/** A plan that may still be applied. */
export type KeptPlan = { opened: OpenedFile; tables: PlanTables; built: BuiltPlan; originalKept: boolean };
type Page = { limit: number; offset: number };

export type ImportsOptions = {
  dataDir: string;
  clock: Clock;
  defaultTimeZone: string;
  /** Tries to read channels and classifications when they were never read; must not fail. */
  learnCatalog: () => Promise<void>;
  /** Told whenever the work on a file has come further. */
  onProgress: () => void;
};

/** Plans imports and applies them. A plan is a promise of what happens, so it is compared anew when it is applied. */
export function createImports(parts: EnqueueParts, options: ImportsOptions) {
  const { db } = parts;
  const { clock, dataDir } = options;
  const plans = new Map<string, KeptPlan>();
  const planFile = createPlanFile(db, dataDir, clock.now);
  const progress = createImportProgress(clock, options.onProgress);
  const originals = createOriginals(dataDir, clock.now, (sha256) => {
    return get(db, 'SELECT 1 FROM imports WHERE file_sha256 = :sha256', { sha256 }) !== undefined;
  });
  let made = 0;

  const forget = (planId: string): void => {
    const kept = plans.get(planId);
    plans.delete(planId);
    if (kept !== undefined) dropPlanTables(db, kept.tables);
  };

  const find = (planId: string): KeptPlan => {
    const kept = plans.get(planId);
    if (kept !== undefined) return kept;
    throw new OrganizerError('not_found', 'This import plan is no longer there. Choose the file again.');
  };

  async function plan(path: string, choices: PlanChoices, signal?: AbortSignal): Promise<ImportPlanView> {
    const job = progress.begin(path.split(/[/\\]/).at(-1) ?? path, signal);
    try {
      const opened = await openFile({ db, clock, defaultTimeZone: options.defaultTimeZone }, path, choices, job);
      await options.learnCatalog();
      const { tables, built } = await build(path, opened, job);
      const originalKept = await originals.keep(path, opened.file.sha256).catch(() => false);
      const planId = parts.random.uuid();
      const kept = { opened, tables, built, originalKept };
      plans.set(planId, kept);
      for (const old of [...plans.keys()].slice(0, -PLANS_KEPT)) forget(old);
      return toPlanView(db, planId, kept);
    } finally {
      job.end();
    }
  }

  async function build(path: string, { file, choices, reading }: OpenedFile, job: ReadingJob) {
    planFile.open();
    made += 1;
    const tables = makePlanTables(db, made);
    const catalog = readCatalog(db);
    const how = {
      db,
      random: parts.random,
      known: catalog.classifications,
      places: catalog.places,
      answers: toMapping(choices),
      leftOut: choices.leftOut ?? [],
      onRows: job.rows,
      onRead: job.comparing,
    };
    try {
      const steps = buildPlan(how, tables, file, headerSignature(file), reading);
      return { tables, built: await finishInSlices(steps, clock, job.signal) };
    } catch (thrown) {
      dropPlanTables(db, tables);
      throw explainFile(path, thrown);
    }
  }

  return {
    plan,
    progress: progress.current,
    cancel: progress.cancel,

    rows: (planId: string, query: RowsQuery) => ({
      total: countPlannedRows(db, find(planId).tables, query),
      rows: listPlannedRows(db, find(planId).tables, query),
    }),

    issues: (planId: string, query: IssuesQuery & Page): { total: number; issues: RowIssueView[] } => ({
      total: countPlanIssues(db, find(planId).tables, query),
      issues: listPlanIssues(db, find(planId).tables, query),
    }),

    saveInvalidRows(planId: string, path: string): Promise<number> {
      const { opened, tables } = find(planId);
      return writeInvalidRows(db, tables, headersOf(opened.file), path);
    },

    keepPastedCells: (text: string): string => keepPastedCells(dataDir, text),

    saveOriginal: async (importId: string, path: string): Promise<void> =>
      originals.save(viewImport(db, importId).sha256, path),

    apply(planId: string, nowMs: number): ImportView {
      const { opened, tables, originalKept } = find(planId);
      const { name, size, file, choices, presetSignature } = opened;
      const record = {
        name,
        sha256: file.sha256,
        headerSignature: headerSignature(file),
        originalSize: originalKept ? size : null,
      };
      const mapping = toMapping(choices);
      const importId = applyPlan(parts, record, tables, nowMs, () => {
        if (choices.remember === false || !isWorthRemembering(mapping)) return;
        const chosen = { name: presetName(opened), headers: headersOf(file), mapping };
        rememberPreset(parts, presetSignature, chosen, nowMs);
      });
      forget(planId);
      return viewImport(db, importId);
    },

    forget,
    close: () => planFile.close(),
  };
}

/** What a person recognises it by: the program that wrote such files, else the file itself. */
function presetName({ name, file }: OpenedFile): string {
  return file.reading.program ?? name.replace(/\.[^.]*$/, '');
}
