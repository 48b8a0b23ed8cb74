import { foldText } from '../text/fold.ts';
import { Cursor, tokenise } from '../text/lexer.ts';
import { type ClockRange, type ClockRangeResult, readClockRange } from './clock-range.ts';

/** What a cell says that names the doors: when the show starts, or only when the doors open. */
export type DoorsReading = { kind: 'show'; range: ClockRange } | { kind: 'half_of_day' } | { kind: 'doors_only' };

const DOORS =
  /\b(?:doors?(?: open)?|einlass|turoffnung|turen offnen|(?:ouverture )?(?:des )?portes|(?:apertura )?(?:de )?puertas|apertura porte|(?:abertura )?(?:de )?portas|zaal open|deuren(?: open)?|(?:otwarcie )?drzwi)\b|開場|入場|입장|вход|вхід|двери|двері/g;
const SHOWS =
  /\b(?:(?:show|concert|music|band|performance|film|curtain)(?: (?:time|starts?|at))?|starts?|begins?|(?:konzert|vorstellungs)?beginn|konzert|vorstellung|concierto|funcion|inicio|inizio|concerto|spettacolo|spectacle|debut|aanvang|koncert|poczatek|start)\b|開演|開始|공연|시작|начало|початок|концерт/g;
const MARKS = new Set([
  ':',
  ',',
  ';',
  '/',
  '|',
  '-',
  '+',
  '&',
  '·',
  '.',
  'at',
  'um',
  'a',
  'à',
  'and',
  'und',
  'et',
  'y',
]);

/**
 * Reads `Doors 7pm, show 8pm`, `Einlass 19:00 / Beginn 20:00`, `7pm doors / 8pm show`, `開場18:30 開演19:00`. Null when
 * the cell does not name the doors, or says more than that. The show is the start; the doors never are.
 */
export function readDoorsAndShow(cell: string): DoorsReading | null {
  const folded = foldText(cell);
  if (folded.search(DOORS) < 0) return null;
  const text = folded.replace(DOORS, ' doorslabel ').replace(SHOWS, ' showlabel ');
  const parts = readParts(new Cursor(tokenise(text)));
  const show = parts?.show ?? null;
  if (parts === null || (show === null && parts.doors === null)) return null;
  if (show === null) return { kind: 'doors_only' };
  if (show.ok) return { kind: 'show', range: { start: show.start, end: show.end } };
  return show.problem === 'half_of_day' ? { kind: 'half_of_day' } : null;
}

type Parts = { doors: ClockRangeResult | null; show: ClockRangeResult | null };
type Piece = { label: 'doors' | 'show' } | { clock: ClockRangeResult };

/** Which label belongs to which clock, by the order in which they stand. A clock without a label is the show's. */
function readParts(cursor: Cursor): Parts | null {
  const pieces = readPieces(cursor);
  if (pieces === null) return null;
  const labels = pieces.flatMap((piece) => ('label' in piece ? [piece.label] : []));
  const clocks = pieces.flatMap((piece) => ('clock' in piece ? [piece.clock] : []));
  const order = pieces.map((piece) => ('label' in piece ? 'L' : 'C')).join('');
  const paired = /^(?:LC|LCLC|CL|CLCL|LCC)$/.test(order) ? clocks : order === 'CLC' ? clocks.toReversed() : null;
  if (paired === null || new Set(labels).size !== labels.length) return null;
  const of = (label: 'doors' | 'show') => (labels.includes(label) ? (paired[labels.indexOf(label)] ?? null) : null);
  const unnamed = paired[labels.length] ?? null;
  return { doors: of('doors'), show: of('show') ?? unnamed };
}

function readPieces(cursor: Cursor): Piece[] | null {
  const pieces: Piece[] = [];
  for (;;) {
    cursor.takeAll(MARKS);
    if (cursor.done) return pieces;
    if (cursor.take(DOORS_LABEL)) pieces.push({ label: 'doors' });
    else if (cursor.take(SHOW_LABEL)) pieces.push({ label: 'show' });
    else {
      const clock = readClockRange(cursor, 'time_cell');
      if (clock === null || pieces.length > 4) return null;
      pieces.push({ clock });
    }
  }
}

const DOORS_LABEL = new Set(['doorslabel']);
const SHOW_LABEL = new Set(['showlabel']);
