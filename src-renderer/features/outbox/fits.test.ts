import { expect, it } from 'vitest';
import { entryActions, fits } from './fits.ts';

const queued = { state: 'queued', asks: null, notBefore: null, heldReason: null, droppable: true } as const;
const gone = { ...queued, droppable: false };

it.each([
  ['waits its turn', queued, ['cancel']],
  ['waits for a time', { ...queued, notBefore: 5 }, ['tryAgain', 'cancel']],
  ['waits for its channel', { ...queued, heldReason: 'No.' }, ['tryAgain', 'cancel']],
  ['is late', { ...queued, asks: 'begun', notBefore: 5 }, ['sendAnyway', 'cancel']],
  ['may have been sent', gone, []],
  ['is being sent', { ...gone, state: 'sending' }, []],
  ['is in doubt', { ...gone, state: 'needsReview' }, ['tryAgain']],
  ['was refused', { ...gone, state: 'rejected' }, ['tryAgain']],
  ['was cancelled', { ...gone, state: 'cancelled' }, ['putBack']],
  ['arrived', { ...gone, state: 'delivered' }, []],
] as const)('what %s', (_what, entry, expected) => {
  expect(entryActions.filter((action) => fits(action, entry))).toEqual(expected);
});
