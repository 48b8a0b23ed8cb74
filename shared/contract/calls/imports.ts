import { z } from 'zod';
import { MappingSchema } from '../../calendar/mapping-document.ts';
import { columnRoles } from '../../calendar/types.ts';
import {
  ImportPlanViewSchema,
  ImportProgressSchema,
  ImportViewSchema,
  PlannedRowSchema,
  PresetSchema,
  RowIssueSchema,
  rowVerdicts,
  UndoneImportSchema,
} from '../import-views.ts';
import { Done, Id, Nothing, Page } from './parts.ts';

/** Most rows that are mended by hand in one file, and the largest cell. */
const MOST_CORRECTIONS = 5_000;
const LONGEST_CELL = 100_000;

/** Cells of one row that the person wrote anew. */
const CorrectionSchema = z.strictObject({
  row: z.number().int().min(1),
  cells: z.array(z.strictObject({ index: z.number().int().min(0).max(16_383), value: z.string().max(LONGEST_CELL) })),
});
export type Correction = z.infer<typeof CorrectionSchema>;

/** One event of a plan, by the row it stands in and its start as the plan shows it. */
const LeftOutSchema = z.strictObject({
  row: z.number().int().min(1),
  startLocal: z.string().max(30).nullable(),
});
export type LeftOut = z.infer<typeof LeftOutSchema>;

/** What a person may choose for a whole file; a row's own values win. */
export const ImportChoicesSchema = z.strictObject({
  timeZone: z.string().max(100).optional(),
  channelId: z.number().int().optional(),
  placeId: z.string().max(500).optional(),
  placeName: z.string().max(500).optional(),
  countryCode: z.string().length(2).optional(),
  classification: z.string().max(200).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** For dates that name no year, where the file does not tell one either. */
  year: z.number().int().min(1_900).max(2_199).optional(),
  /** First and last day of the dates that are read of a series in an iCalendar file. */
  seriesFrom: z.iso.date().optional(),
  seriesUntil: z.iso.date().optional(),
  /** Overrides of what was detected. */
  encoding: z.string().max(50).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  headerRow: MappingSchema.shape.headerRow,
  /** What single columns mean, by header text; the others are recognised as ever. */
  columns: z.record(z.string().max(1_000), z.enum(columnRoles)).optional(),
  /** Cells that are read in place of the file's own; the file itself is left as it is. */
  corrections: z.array(CorrectionSchema).max(MOST_CORRECTIONS).optional(),
  classificationMap: MappingSchema.shape.classificationMap,
  placeMap: MappingSchema.shape.placeMap,
  venueMap: MappingSchema.shape.venueMap,
  /** Events that the person leaves out. One row may give several: two times in one cell, the dates of a series. */
  leftOut: z.array(LeftOutSchema).max(MOST_CORRECTIONS).optional(),
  /** False: what was chosen for such a file before is left out. Default: true. */
  usePreset: z.boolean().optional(),
});
export type ImportChoices = z.infer<typeof ImportChoicesSchema>;

/** From a calendar file to drafts, and back. */
export const importCalls = {
  /** `file` is a token from `pickCalendarFile`: the window never names a path. Ends with `cancelled` after `cancelImport`. */
  planImport: { input: z.strictObject({ file: Id, choices: ImportChoicesSchema }), output: ImportPlanViewSchema },
  /** How far the work on an import has come; null while there is none. Announced by the topic `importProgress`. */
  getImportProgress: { input: Nothing, output: z.object({ job: ImportProgressSchema.nullable() }) },
  /** Stops reading. What is being stored is stored as a whole. */
  cancelImport: { input: Nothing, output: Done },
  /** A page of a plan's rows, in the order of the file; all verdicts when none is named. */
  listPlanRows: {
    input: z.strictObject({
      planId: Id,
      verdicts: z.array(z.enum(rowVerdicts)),
      lookAlikes: z.boolean(),
      search: z.string().max(500),
      ...Page,
    }),
    output: z.object({ total: z.number().int(), rows: z.array(PlannedRowSchema) }),
  },
  /** What is to be known about the file and its rows; of one kind, or one row, when they are named. */
  listPlanIssues: {
    input: z.strictObject({
      planId: Id,
      code: z.string().max(100).optional(),
      row: z.number().int().min(1).optional(),
      ...Page,
    }),
    output: z.object({ total: z.number().int(), issues: z.array(RowIssueSchema) }),
  },
  /** Cells copied from a spreadsheet, as if they had been picked as a file. */
  keepPastedCells: {
    input: z.strictObject({ text: z.string().min(1).max(5_000_000) }),
    output: z.object({ file: Id, name: z.string() }),
  },
  applyImport: { input: z.strictObject({ planId: Id }), output: ImportViewSchema },
  listImports: { input: Nothing, output: z.array(ImportViewSchema) },
  undoImport: {
    input: z.strictObject({ importId: Id }),
    output: UndoneImportSchema,
  },
  /** Writes the rows that could not be read, with their reasons, to a place from `pickSaveTarget`. */
  saveInvalidRows: { input: z.strictObject({ planId: Id, target: Id }), output: Done },
  /** Writes the file as it was when it was imported. */
  saveOriginal: { input: z.strictObject({ importId: Id, target: Id }), output: Done },

  /** What was chosen for files of one kind, by their header. */
  listPresets: { input: Nothing, output: z.array(PresetSchema) },
  renamePreset: { input: z.strictObject({ id: Id, name: z.string().min(1).max(200) }), output: Done },
  removePreset: { input: z.strictObject({ id: Id }), output: Done },
  /** Writes a preset as JSON, which the command line takes as `--mapping`. */
  savePreset: { input: z.strictObject({ id: Id, target: Id }), output: Done },
} as const;
