import { type DraftField, emptyDraftFields } from '../../drafts/draft.ts';
import type { Section } from '../groups/section-date.ts';
import { quoteCell } from '../text/fold.ts';
import { plainText } from '../text/html.ts';
import type { ReadingOptions, ReadRow, RowIssue } from '../types.ts';
import { isCancelled, warnAboutStatus } from './event-status.ts';
import { readOccasions, type WhenContext } from './occasions.ts';
import { applyDefaults, asIs, type Plain, readOtherFields, type Setter, type Shared } from './other-fields.ts';
import { type ColumnLookup, RowCells } from './row-cells.ts';
import { rowText } from './skipped-rows.ts';
import { readSourceId } from './source-id.ts';
import { manyLines, oneLine, withinLimit } from './texts.ts';
import { readWhen } from './when.ts';

export type RowContext = WhenContext & {
  columns: ColumnLookup;
  options: ReadingOptions;
  /** Our own export: its texts come back letter by letter. */
  isOurs: boolean;
};

/** What the rows above a row give it. */
export type FromAbove = { section: Section | null; notes: readonly RowIssue[] };

/**
 * One row of data as an event, as several where it lists dates or times, or as invalid with every reason. Pure: the
 * same cells under the same heading give the same answer.
 */
export function readDataRow(
  rowNumber: number,
  cells: readonly string[],
  context: RowContext,
  above: FromAbove = { section: null, notes: [] },
): ReadRow[] {
  const row = new RowCells(rowNumber, cells, context.columns, above.section);
  row.issues.push(...above.notes);
  if (isCancelled(row)) return [{ kind: 'skipped', row: rowNumber, reason: 'cancelled', text: rowText(cells) }];
  const shared = readSharedFields(row, cells, context.isOurs ? asIs : plainText);
  const occasions = readOccasions(row, context);
  const invalid = (issues: RowIssue[]): ReadRow[] => [{ kind: 'invalid', row: rowNumber, cells: [...cells], issues }];
  if (occasions === null || row.hasErrors) return invalid(row.issues);

  const parts = occasions.map((occasion) => {
    const part = row.fork();
    return { part, when: readWhen(part, context, occasion) };
  });
  const failed = parts.find(({ part, when }) => when === null || part.hasErrors);
  if (failed !== undefined) return invalid([...row.issues, ...failed.part.issues]);

  readOtherFields(row, shared, context.isOurs ? asIs : plainText);
  const sourceId = readSourceId(row);
  return parts.flatMap(({ part, when }, at) => {
    if (when === null) return [];
    const { given: givenTimes, venue, ...times } = when;
    const fields = { ...shared.fields, ...times };
    const [title, ...others] = shared.given;
    const given = [...(title === undefined ? [] : [title]), ...givenTimes, ...others];
    if (venue !== null) {
      fields.locationName = venue;
      if (!given.includes('locationName')) given.push('locationName');
    }
    applyDefaults(fields, given, context.options);
    const place = { index: at + 1, of: parts.length };
    if (parts.length > 1) notePart(part, place);
    const issues = at === 0 ? [...row.issues, ...part.issues] : part.issues;
    const id = sourceId === null || at === 0 ? sourceId : `${sourceId}#${place.index}`;
    return [
      { kind: 'event', row: rowNumber, sourceId: id, fields, given, issues, ...(parts.length > 1 && { part: place }) },
    ];
  });
}

function notePart(row: RowCells, { index, of }: { index: number; of: number }): void {
  row.warn(
    row.columns.label('startTime', 'start', 'startDate'),
    'several_events',
    `This row names ${of} dates or times, so it gives ${of} events; this is number ${index}. Check that each of them is meant.`,
  );
}

/** The title, which every event needs, and a warning about cells that no column takes. */
function readSharedFields(row: RowCells, cells: readonly string[], plain: Plain): Shared {
  const fields = emptyDraftFields();
  const given: DraftField[] = [];
  const set: Setter = (field, value, isGiven) => {
    if (!isGiven) return;
    fields[field] = value;
    given.push(field);
  };
  const title = withinLimit(row, row.columns.label('title'), readTitle(row, plain));
  set('title', title, title !== '');
  if (title === '')
    row.error(row.columns.label('title'), 'no_title', 'This row has no title. Add one, or delete the row.');
  warnAboutStatus(row, title);
  warnAboutExtraCells(row, cells, row.columns.labels.length);
  return { fields, given, set };
}

/** Two columns can make one title: the team at home and the one that visits. */
function readTitle(row: RowCells, plain: Plain): string {
  if (row.columns.of('title').length < 2) return oneLine(plain(manyLines(row.get('title'))));
  const parts = row.all('title').map(({ cell }) => oneLine(plain(manyLines(cell))));
  return [...new Set(parts)].filter((part) => part !== '').join(' – ');
}

/** Cells beyond the header's last column: an unquoted delimiter has shifted the row, or a name is missing. */
function warnAboutExtraCells(row: RowCells, cells: readonly string[], width: number): void {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return;
  row.warn(
    null,
    'extra_cells',
    `The row has ${cells.length} cells, the header ${width}. What is beyond was left out: ${quoteCell(extra.join(', '))}. Check for a delimiter inside a text without quotation marks.`,
  );
}
