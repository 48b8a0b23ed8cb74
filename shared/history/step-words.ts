import { draftFieldLabels } from '../drafts/draft.ts';
import type { Step, Stepped } from './step.ts';

/** Fields that are named one by one; more are only "several fields". */
const MOST_FIELDS = 2;

/** What a step did, as a short sentence without a full stop: "Moved 12 drafts". English. */
export function describeStep(step: Step): string {
  const what = step.drafts === 1 ? `“${step.title || 'Untitled'}”` : `${step.drafts} drafts`;
  switch (step.kind) {
    case 'add':
      return `Added ${what}`;
    case 'copy':
      return step.drafts === 1 ? `Made the copy ${what}` : `Made ${step.drafts} copies`;
    case 'repeat':
      return `Repeated ${step.drafts === 1 ? what : `“${step.title || 'Untitled'}” on ${step.drafts} more dates`}`;
    case 'edit':
      return `Edited ${what}`;
    case 'move':
      return `Moved ${what}${step.days === 0 ? '' : ` by ${count(step.days, 'day')}`}`;
    case 'change':
      return step.fields.length > MOST_FIELDS
        ? `Changed several fields of ${what}`
        : `Changed ${step.fields.map((field) => draftFieldLabels[field].toLowerCase()).join(' and ') || 'dates'} of ${what}`;
    case 'remove':
      return `Deleted ${what}`;
    case 'restore':
      return `Restored ${what}`;
    case 'import':
      return `Imported ${fileWords(step)}`;
    case 'undoImport':
      return `Took back the import of ${step.file?.name ?? 'a file'}`;
    case 'publishAsNew':
      return `Made a second event of ${what}`;
    case 'salvage':
      return `Recovered ${what}`;
    case 'adopt':
      return `Took over ${what} from Pinned Events`;
  }
}

function fileWords({ file, drafts }: Step): string {
  if (file === null) return count(drafts, 'draft');
  const parts = [`${file.created} new`, `${file.changed} changed`].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? file.name : `${file.name}: ${parts.join(', ')}`;
}

/** What else there is to say of an undo or a redo, in whole sentences; none when all went as meant. */
export function describeRest({ done, kept, stayed, leftOutbox }: Stepped): string[] {
  return [
    ...(kept > 0
      ? [`${done} of ${done + kept} done; ${kept} stay${kept === 1 ? 's' : ''}. ${stayed[0]?.why ?? ''}`]
      : []),
    ...(leftOutbox > 0 ? [`${count(leftOutbox, 'draft')} left the outbox.`] : []),
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${Math.abs(n) === 1 ? '' : 's'}`;
}
