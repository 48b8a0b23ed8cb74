import { describe, expect, it } from 'vitest';
import { type Batch, followBatch } from './batch.ts';

const counts = (queued: number, sending = 0, delivered = 0) => ({
  queued,
  sending,
  delivered,
  rejected: 0,
  needsReview: 0,
  cancelled: 0,
});

describe('followBatch', () => {
  it('is nothing while nothing waits', () => {
    expect(followBatch(null, counts(0, 0, 900), 0)).toBeNull();
  });

  it('counts from where the outbox was empty, whatever the ledger holds', () => {
    let batch: Batch | null = followBatch(null, counts(10, 0, 900), 0);
    expect(batch).toEqual({ total: 10, done: 0 });
    batch = followBatch(batch, counts(6, 1, 903), 0);
    expect(batch).toEqual({ total: 10, done: 3 });
    batch = followBatch(batch, counts(0, 0, 910), 0);
    expect(batch).toEqual({ total: 10, done: 10 });
  });

  it('grows when more is added, without losing what is done', () => {
    const batch = followBatch(followBatch(followBatch(null, counts(4), 0), counts(2), 0), counts(12), 0);
    expect(batch).toEqual({ total: 14, done: 2 });
  });

  it('begins anew after the end', () => {
    const ended = followBatch(followBatch(null, counts(4), 0), counts(0), 0);
    expect(followBatch(ended, counts(3), 0)).toEqual({ total: 3, done: 0 });
  });

  it('comes to an end though some ask before they are sent', () => {
    const batch = followBatch(null, counts(5), 2);
    expect(batch).toEqual({ total: 3, done: 0 });
    expect(followBatch(batch, counts(2, 0, 3), 2)).toEqual({ total: 3, done: 3 });
  });
});
