import { expect, test, vi } from 'vitest';
import { SetupError } from '../runtime/commands.ts';
import { oneFailure } from './counts.ts';
import { step } from './step.ts';

test('an error inside a step is one failure, told without a stack when a person can act on it', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const result = await step('Runtime', () => Promise.reject(new SetupError('install it')));
  expect(result.counts).toEqual(oneFailure);
  expect(errors).toHaveBeenCalledExactlyOnceWith('install it');
});
