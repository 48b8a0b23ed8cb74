import { describe, expect, it } from 'vitest';
import type { Activity } from '#shared/contract/outbox-views.ts';
import { toActivityLines } from './activity-lines.ts';
import { attemptOutcomes } from './outcomes.ts';

const entry = (kind: Activity['kind'], rest: Partial<Activity> = {}): Activity => ({
  operationId: 'op',
  at: 1,
  kind,
  tookMs: null,
  outcome: null,
  status: null,
  requestId: null,
  ...rest,
});

describe('toActivityLines', () => {
  it('has the newest first', () => {
    const lines = toActivityLines([entry('queued', { at: 1 }), entry('cancelled', { at: 2 })], false);
    expect(lines.map(({ what }) => what)).toEqual(['Cancelled', 'Queued by you']);
  });

  it.each(attemptOutcomes)('says “%s” in words', (outcome) => {
    const [line] = toActivityLines([entry('send', { outcome, tookMs: 5 })], false);
    expect(line?.outcome).toMatch(/^[A-Z]\S* .+/);
  });

  it('shows an outcome that it does not know by its name', () => {
    expect(toActivityLines([entry('send', { outcome: 'teapot' })], false)[0]?.outcome).toBe('Ended as “teapot”');
  });

  it('takes an attempt without an outcome for running only while it is being sent, and only the last one', () => {
    const log = [entry('queued'), entry('send'), entry('send')];
    expect(toActivityLines(log, true).map(({ outcome }) => outcome)).toEqual([
      'Running…',
      'The app ended before the answer could be kept',
      null,
    ]);
    expect(toActivityLines(log, false)[0]?.outcome).toBe('The app ended before the answer could be kept');
  });

  it('keeps status, time and request id for the small type', () => {
    const [line] = toActivityLines(
      [entry('send', { outcome: 'delivered', status: 201, tookMs: 1_234, requestId: 'req-7' })],
      false,
    );
    expect(line?.small).toEqual(['Status 201', '1.2 s', 'Request req-7']);
  });
});
