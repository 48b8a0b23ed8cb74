import { closeSync, openSync, writeSync } from 'node:fs';

export const HEADER = ['ID', 'Title', 'Start', 'End', 'Venue', 'Description', 'Category', 'City'] as const;

const LINES_A_WRITE = 1_000;

/** Writes the calendar of a city: so many events over ten years in 400 venues, with a description each. */
export function writeSheet(path: string, rows: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `${HEADER.join(',')}\r\n`);
  for (let from = 0; from < rows; from += LINES_A_WRITE) {
    const lines = Array.from({ length: Math.min(LINES_A_WRITE, rows - from) }, (_unused, n) => line(from + n));
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

function line(n: number): string {
  const day = `20${27 + (n % 10)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
  const cells = [
    `EV-${n}`,
    `Evening ${n} with the Band of Street ${n % 977}`,
    `${day} ${two(17 + (n % 5))}:30`,
    `${day} 23:00`,
    `Hall ${n % 400}`,
    `"What to expect of evening ${n}: music, words, and a bar that is open until late."`,
    'music',
    'Berlin',
  ];
  return `${cells.join(',')}\r\n`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
