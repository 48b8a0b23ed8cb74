import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { count, formatNumber } from '../format.ts';

/** The step in which a file is understood: what is asked about it, and what is remembered. */
export const importColumns = {
  preset: {
    title: 'Remembered for such files',
    lastUsed: (when: string) => `Last used ${when}`,
    rename: 'Rename…',
    renameTitle: 'Rename what is remembered',
    renameDo: 'Rename',
    name: 'Name',
    forget: 'Forget',
    forgetTitle: (name: string) => `Forget “${name}”?`,
    forgetWords: 'Files with these columns are read as they are recognised again. Imports and drafts stay as they are.',
    used: (name: string) => `Read with what you chose before: “${name}”.`,
    leftOut: 'What you chose for such files before is left out.',
    use: 'Use it again',
    leaveOut: 'Leave it out',
    save: 'Save as a file…',
    saved: (name: string) => `Saved as ${name}.`,
  },
  categories: {
    title: 'Categories that Pinned Events does not list',
    hint: 'Say what they are, and it is remembered for such files. Those without an answer get the classification you chose for the file.',
    allAnswered: (n: number) => `${count(n, 'category', 'categories')} answered.`,
    one: (value: string, rows: number) => `${value} (${count(rows, 'row', 'rows')})`,
    placeholder: 'Choose classifications',
    apply: 'Use these answers',
  },
  readingChoices: {
    title: 'How the file is read',
    program: (name: string) => `Written by ${name}.`,
    encoding: 'Encoding',
    detected: 'Detected over the whole file. Change it if letters look wrong.',
    header: (row: number | null) =>
      row === null ? 'No row names the columns.' : `Row ${formatNumber(row)} names the columns.`,
    asDetected: 'Back to what was detected',
    delimiter: 'Cells are separated by',
    delimiterDetected: 'Detected over many rows. Change it if columns look wrong.',
    dateOrder: 'Dates are written',
    dateOrderReason: {
      given: 'As you chose.',
      by_values: 'The dates in the file leave no other reading.',
      by_shape: 'The dates begin with the year.',
      by_language: 'By the language of the headers.',
      ambiguous: 'The file leaves it open.',
    } satisfies Record<ImportPlanView['dateOrderReason'], string>,
    year: 'Year',
    yearHint: 'Only for dates that name none.',
    until: 'Read series until',
    untilHint: 'Repeating events become one event for each date. Default: 18 months from now.',
  },
  cities: {
    title: 'Cities that are no known place yet',
    hint: 'Pinned Events needs its own id for a city, such as place-new-york. What you enter is remembered.',
    one: (value: string, rows: number) => `${value} (${count(rows, 'row', 'rows')})`,
    apply: 'Use these places',
  },
  venues: {
    title: 'Venues that are written in several ways',
    hint: 'Use one spelling for all rows of a group, if they are the same venue. Nothing is changed without you.',
    rows: (n: number) => count(n, 'row', 'rows'),
    use: (chosen: string) => `Use “${chosen}”`,
    useAll: 'Use the first spelling in every group',
    fixed: (n: number) => `${count(n, 'spelling', 'spellings')} replaced.`,
    takeBack: 'Take back',
  },
};
