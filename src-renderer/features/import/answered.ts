import type { ImportChoices } from '#shared/contract/contract.ts';

const byHand = ['columns', 'corrections', 'leftOut', 'classificationMap', 'placeMap', 'venueMap'] as const;

/** Whether a person said something about this file that takes more than a moment to say again. */
export function isAnswered(choices: ImportChoices): boolean {
  return byHand.some((name) => Object.keys(choices[name] ?? {}).length > 0);
}
