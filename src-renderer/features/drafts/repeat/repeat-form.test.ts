import { describe, expect, it } from 'vitest';
import { firstForm, startFacts, toPattern, wrongBoxes } from './repeat-form.ts';

const start = '2027-01-26T20:00'; // the fourth and last Tuesday

describe('the form of repeating', () => {
  it('begins with every week on the same weekday', () => {
    expect(toPattern(firstForm(start))).toEqual({
      every: { unit: 'week', interval: 1, weekdays: [2] },
      end: { kind: 'count', count: 4 },
      skip: [],
    });
    expect(startFacts(start)).toEqual({ weekday: 2, nth: 4, isLast: true });
    expect(startFacts('2027-01-31T20:00')).toEqual({ weekday: 7, nth: 5, isLast: true });
    expect(startFacts('2027-02-01T20:00')).toEqual({ weekday: 1, nth: 1, isLast: false });
  });

  it('says each pattern', () => {
    const form = firstForm(start);
    expect(toPattern({ ...form, unit: 'day', interval: ' 3 ', end: 'until', until: '2027-02-28' })).toEqual({
      every: { unit: 'day', interval: 3 },
      end: { kind: 'until', date: '2027-02-28' },
      skip: [],
    });
    expect(toPattern({ ...form, unit: 'month', on: 'lastWeekday' })?.every).toEqual({
      unit: 'month',
      interval: 1,
      on: 'lastWeekday',
    });
    expect(toPattern({ ...form, weekdays: [5, 2], skip: ['2027-01-29'] })).toMatchObject({
      every: { weekdays: [2, 5] },
      skip: ['2027-01-29'],
    });
  });

  it.each([
    [{ interval: '0' }, { interval: true, count: false, until: false }],
    [{ interval: 'two' }, { interval: true, count: false, until: false }],
    [{ count: '1' }, { interval: false, count: true, until: false }],
    [{ count: '501' }, { interval: false, count: true, until: false }],
    [
      { end: 'until' as const, until: '' },
      { interval: false, count: false, until: true },
    ],
    [
      { end: 'until' as const, until: '2027-02-30' },
      { interval: false, count: false, until: true },
    ],
  ])('%o is no pattern, and the box says so', (change, wrong) => {
    const form = { ...firstForm(start), ...change };
    expect(toPattern(form)).toBeNull();
    expect(wrongBoxes(form)).toEqual(wrong);
  });

  it('needs a weekday', () => {
    expect(toPattern({ ...firstForm(start), weekdays: [] })).toBeNull();
  });
});
