import type { ContentLine } from './content-line.ts';
import { contentLines, structureNote, type TakeNote } from './content-lines.ts';
import type { TextLine } from './lines.ts';

/** One `BEGIN:…` to `END:…`, with its properties and what is inside of it. */
export type Component = {
  name: string;
  /** Line of its BEGIN, counted from 1. */
  line: number;
  lines: ContentLine[];
  children: Component[];
  /** `implied`: another component began or ended first; `cut_off`: the file ended first. */
  ending: 'closed' | 'implied' | 'cut_off';
};

/**
 * A component that stands directly in a calendar, or in none. `calendar` counts the VCALENDARs of the file; null where
 * the head of the file is missing. A VCALENDAR itself comes behind what it holds, and without that.
 */
export type Piece = { calendar: number | null; component: Component };

const CALENDAR = 'VCALENDAR';
/** These never stand inside one another, so that one that begins ends the one before, should its END be missing. */
const SIDE_BY_SIDE = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY']);

/**
 * The components of a file, one after the other, so that not all of them have to be kept. Nothing is thrown: an END
 * that is missing or belongs to nothing, and a line that is no property, become notes.
 */
export function* readComponents(lines: Iterable<TextLine>, take: TakeNote): Generator<Piece> {
  const open = new OpenComponents(take);
  const strays = { count: 0, line: 1 };
  let lastLine = 1;
  const watched = {
    *[Symbol.iterator]() {
      for (const each of lines) {
        lastLine = each.line;
        yield each;
      }
    },
  };
  for (const content of contentLines(watched, take)) {
    const name = content.value.trim().toUpperCase();
    if (content.name === 'BEGIN' && name !== '') open.begin(name, content.line);
    else if (content.name === 'END' && name !== '') open.end(name, content.line);
    else if (!open.put(content)) {
      if (strays.count === 0) strays.line = content.line;
      strays.count += 1;
    }
    yield* open.taken();
  }
  open.endOfFile(lastLine);
  yield* open.taken();
  if (strays.count > 0) {
    const what = strays.count === 1 ? 'A line stands' : `${strays.count} lines stand`;
    const message = `${what} outside of every calendar and cannot be understood.`;
    take(structureNote(strays.line, 'outside_calendar', message));
  }
}

/** What has begun and not ended yet, the innermost last. */
class OpenComponents {
  private readonly open: Component[] = [];
  private pieces: Piece[] = [];
  private calendar = -1;
  private readonly take: TakeNote;

  constructor(take: TakeNote) {
    this.take = take;
  }

  begin(name: string, line: number): void {
    if (name === CALENDAR) {
      this.closeUntil(() => false);
      this.calendar += 1;
    } else if (SIDE_BY_SIDE.has(name)) this.closeUntil((each) => each.name === CALENDAR);
    this.open.push({ name, line, lines: [], children: [], ending: 'cut_off' });
  }

  end(name: string, line: number): void {
    if (!this.open.some((each) => each.name === name)) {
      this.take(structureNote(line, 'stray_end', `END:${name} ends nothing here and was passed over.`));
      return;
    }
    this.closeUntil((each) => each.name === name);
    this.close('closed');
  }

  /** Adds a property to what is open. False when nothing is. */
  put(content: ContentLine): boolean {
    const last = this.open.at(-1);
    last?.lines.push(content);
    return last !== undefined;
  }

  /** What was cut off by the end of the file is told, and comes too. */
  endOfFile(line: number): void {
    if (this.open.length === 0) return;
    const names = this.open.map(({ name }) => `END:${name}`).join(', ');
    const advice = 'It may have been cut off; export it again if events are missing.';
    this.take(structureNote(line, 'truncated', `The file ends before ${names}. ${advice}`));
    while (this.open.length > 0) this.close('cut_off');
  }

  /** The pieces that became whole since the last time. */
  taken(): Piece[] {
    const { pieces } = this;
    if (pieces.length > 0) this.pieces = [];
    return pieces;
  }

  /** Ends what was left open by a missing END, up to a component that may hold the next one. */
  private closeUntil(mayHold: (component: Component) => boolean): void {
    for (let last = this.open.at(-1); last !== undefined && !mayHold(last); last = this.open.at(-1)) {
      const message = `${last.name} has no END:${last.name}. It was read up to the next component.`;
      this.take(structureNote(last.line, 'missing_end', message));
      this.close('implied');
    }
  }

  private close(ending: Component['ending']): void {
    const component = this.open.pop();
    if (component === undefined) return;
    component.ending = ending;
    const parent = this.open.at(-1);
    if (parent === undefined)
      this.pieces.push({ calendar: component.name === CALENDAR ? this.calendar : null, component });
    else if (parent.name === CALENDAR) this.pieces.push({ calendar: this.calendar, component });
    else parent.children.push(component);
  }
}
