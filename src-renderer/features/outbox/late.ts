import type { OperationView } from '#shared/contract/outbox-views.ts';
import { t } from '../../texts/index.ts';

/**
 * Why events ask before they are sent, in a sentence.
 * @param asking how many ask
 * @param read those of them that were read; with a long list not all, and then it names no numbers
 */
export function whyTheyAsk(asking: number, read: readonly Pick<OperationView, 'asks'>[]): string {
  const words = t.outbox.late;
  const begun = read.filter(({ asks }) => asks === 'begun').length;
  const waited = read.filter(({ asks }) => asks === 'waited').length;
  if (begun + waited !== asking) return words.either;
  if (waited === 0) return words.begun(begun);
  return begun === 0 ? words.waited(waited) : words.mixed(begun, waited);
}
