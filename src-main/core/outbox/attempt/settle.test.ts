import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OperationError } from '#shared/outbox/operation.ts';
import { CONFLICT_WAIT_MS, MOST_ATTEMPTS, STILL_RUNNING_MS } from '../timing.ts';
import type { Outcome } from './classify.ts';
import { type Before, settle } from './settle.ts';

const NOW = 1_000_000;
const error: OperationError = { code: 'x', message: 'Because.', status: null, requestId: null, field: null };
const fresh: Before = { attempts: 0, uncertainSince: null, conflictSince: null, startedAt: NOW - 100 };
const doubtful: Before = { ...fresh, attempts: 2, uncertainSince: NOW - 60_000 };
const outcomes = {
  delivered: { kind: 'delivered', remoteId: '7' },
  refused: { kind: 'refused', error },
  keyProblem: { kind: 'keyProblem', reason: 'invalid_api_key', error },
  channelProblem: { kind: 'channelProblem', error },
  throttled: { kind: 'throttled', waitMs: 5, error },
  busy: { kind: 'busy', waitMs: 5, error },
  conflict: { kind: 'conflict', waitMs: null, error },
  offline: { kind: 'offline', error },
  intercepted: { kind: 'intercepted', error },
  unclear: { kind: 'unclear', error },
} satisfies { [Kind in Outcome['kind']]: Outcome };

describe('the first attempt', () => {
  test.each<[Outcome['kind'], string, number, number | null]>([
    ['delivered', 'delivered', 1, null],
    ['refused', 'rejected', 1, null],
    ['keyProblem', 'queued', 0, null],
    ['channelProblem', 'queued', 0, null],
    ['throttled', 'queued', 0, null],
    ['offline', 'queued', 0, null],
    ['busy', 'queued', 0, fresh.startedAt],
    ['intercepted', 'queued', 0, fresh.startedAt],
    ['conflict', 'queued', 1, fresh.startedAt],
    ['unclear', 'queued', 1, fresh.startedAt],
  ])('%s leads to %s, costs %i and leaves the doubt %s', (kind, state, attempts, doubt) => {
    const next = settle(fresh, outcomes[kind], NOW, 0.5);
    expect(next).toMatchObject({ state, attempts });
    expect('uncertainSince' in next ? next.uncertainSince : null).toBe(doubt);
  });
});

describe('after a doubt', () => {
  test('a refusal settles nothing: the earlier attempt may have gone through', () => {
    const next = settle(doubtful, outcomes.refused, NOW, 0.5);
    expect(next).toMatchObject({ state: 'needsReview', uncertainSince: doubtful.uncertainSince });
  });

  test('only a confirmation ends it', () => {
    expect(settle(doubtful, outcomes.delivered, NOW, 0.5)).toEqual({ state: 'delivered', remoteId: '7', attempts: 3 });
  });
});

describe('409', () => {
  test('waits past the time that a running request is remembered', () => {
    const next = settle(fresh, outcomes.conflict, NOW, 0);
    expect(next).toMatchObject({ conflictSince: NOW, notBefore: NOW + CONFLICT_WAIT_MS });
    expect(CONFLICT_WAIT_MS).toBeGreaterThan(STILL_RUNNING_MS);
    const longer = settle(fresh, { ...outcomes.conflict, waitMs: 90_000 }, NOW, 0);
    expect(longer).toMatchObject({ notBefore: NOW + 90_000 });
  });

  test('a second one after that time needs a person', () => {
    const before = { ...doubtful, conflictSince: NOW - STILL_RUNNING_MS };
    expect(settle(before, outcomes.conflict, NOW, 0)).toMatchObject({ state: 'queued' });
    expect(settle(before, outcomes.conflict, NOW + 1, 0)).toMatchObject({ state: 'needsReview' });
  });
});

test('unclear attempts back off with jitter, and the last one asks a person', () => {
  expect(settle(fresh, outcomes.unclear, NOW, 0)).toMatchObject({ notBefore: NOW });
  expect(settle(fresh, outcomes.unclear, NOW, 0.999)).toMatchObject({ notBefore: NOW + 999 });
  const last = { ...doubtful, attempts: MOST_ATTEMPTS - 1 };
  expect(settle(last, outcomes.unclear, NOW, 0.5)).toMatchObject({ state: 'needsReview', attempts: MOST_ATTEMPTS });
});

describe('rules, whatever happened before and whatever comes', () => {
  const before = fc.record<Before>({
    attempts: fc.nat(12),
    uncertainSince: fc.option(fc.integer({ min: 0, max: NOW })),
    conflictSince: fc.option(fc.integer({ min: 0, max: NOW })),
    startedAt: fc.integer({ min: 0, max: NOW }),
  });
  const outcome = fc.constantFrom<Outcome>(...Object.values(outcomes));
  const fraction = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  const rule = (check: (before: Before, outcome: Outcome, next: ReturnType<typeof settle>) => void) =>
    fc.assert(
      fc.property(before, outcome, fraction, (was, came, random) => {
        check(was, came, settle(was, came, NOW, random));
      }),
      { numRuns: 500 },
    );

  test('an earlier doubt is never wiped out but by a confirmation', () =>
    rule((was, _came, next) => {
      if (was.uncertainSince === null || next.state === 'delivered') return;
      expect(next).toMatchObject({ uncertainSince: was.uncertainSince });
    }));

  test('attempts never fall, and grow by one at most', () =>
    rule((was, _came, next) => {
      expect(next.attempts - was.attempts).toBeGreaterThanOrEqual(0);
      expect(next.attempts - was.attempts).toBeLessThanOrEqual(1);
    }));

  test('delivered comes from a confirmation and from nothing else', () =>
    rule((_was, came, next) => expect(next.state === 'delivered').toBe(came.kind === 'delivered')));

  test('rejected comes only from a refusal that nothing preceded', () =>
    rule((was, came, next) =>
      expect(next.state === 'rejected').toBe(came.kind === 'refused' && was.uncertainSince === null),
    ));

  test('whatever may have gone through leaves a doubt', () =>
    rule((_was, came, next) => {
      if (!['busy', 'intercepted', 'unclear', 'conflict'].includes(came.kind)) return;
      expect('uncertainSince' in next && next.uncertainSince !== null).toBe(true);
    }));

  test('nothing is to be tried again in the past', () =>
    rule((_was, _came, next) => {
      if (next.state === 'queued') expect(next.notBefore ?? NOW).toBeGreaterThanOrEqual(NOW);
    }));
});
