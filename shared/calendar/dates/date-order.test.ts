import { describe, expect, it } from 'vitest';
import { DateOrderEvidence, type OrderHints } from './date-order.ts';

const nothing: OrderHints = { given: undefined, languages: ['en'], timeZone: 'Europe/London' };

function decide(cells: (string | [string, string])[], hints: Partial<OrderHints> = {}) {
  const evidence = new DateOrderEvidence();
  for (const cell of cells) {
    const [date, weekday] = typeof cell === 'string' ? [cell, ''] : cell;
    evidence.add(date, weekday);
  }
  const { order, reason } = evidence.decide({ ...nothing, ...hints });
  return `${order} ${reason}`;
}

describe('date order over a whole column', () => {
  it('takes what the person says', () => {
    expect(decide(['13/05/2027'], { given: 'mdy' })).toBe('mdy given');
  });

  it('finds one telling date among many that do not tell', () => {
    expect(decide(['01/02/2027', '03/04/2027', '05/28/2027'])).toBe('mdy by_values');
    expect(decide(['01/02/2027', '03/04/2027', '28/05/2027'])).toBe('dmy by_values');
  });

  it('follows the majority when the file contradicts itself', () => {
    expect(decide(['28/05/2027', '29/05/2027', '05/30/2027'])).toBe('dmy by_values');
  });

  it('asks the weekday beside an open date', () => {
    expect(decide(['Mo 03/05/2027'])).toBe('dmy by_values');
    expect(decide([['05/03/2027', 'Monday']])).toBe('mdy by_values');
  });

  it('goes by the shape, then by the language', () => {
    expect(decide(['2027-05-03'])).toBe('ymd by_shape');
    expect(decide(['03.05.2027'])).toBe('dmy by_shape');
    expect(decide(['03/05/2027'], { languages: ['fr'] })).toBe('dmy by_language');
  });

  it('asks when nothing tells, with the order of the zone as a proposal', () => {
    expect(decide(['03/05/2027'])).toBe('dmy ambiguous');
    expect(decide(['03/05/2027'], { timeZone: 'America/New_York' })).toBe('mdy ambiguous');
  });
});
