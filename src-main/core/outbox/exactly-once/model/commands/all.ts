import fc from 'fast-check';
import type { Picture } from '../picture.ts';
import type { World } from '../world/world.ts';
import { crashCommands } from './crashes.ts';
import { draftCommands } from './drafts.ts';
import { historyCommands } from './history.ts';
import { importCommands } from './imports.ts';
import { outboxCommands } from './outbox.ts';
import { sendingCommands } from './sending.ts';
import { surroundingCommands } from './surroundings.ts';

export const allCommands = [
  ...draftCommands,
  ...outboxCommands,
  ...sendingCommands,
  ...crashCommands,
  ...surroundingCommands,
  ...importCommands,
  ...historyCommands,
];

/** Longest sequence of one run. */
const LONGEST = 250;

/** Random sequences of everything that can happen. */
export const sequences = fc.commands<Picture, World, false>(
  [fc.oneof(...allCommands.map(({ weight, arbitrary }) => ({ weight, arbitrary })))],
  { maxCommands: LONGEST, size: 'max' },
);
