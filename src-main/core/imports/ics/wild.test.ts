import { describe, expect, test } from 'vitest';
import { readOne } from './testing/ics-text.ts';

describe('zones by the names that programs show to people', () => {
  test.each([
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 'Europe/Berlin'],
    ['Mitteleuropäische Zeit', 'Europe/Berlin'],
    ['US-Eastern', 'America/New_York'],
    ['America-New_York', 'America/New_York'],
    ['PDT', 'America/Los_Angeles'],
  ])('%s is %s', (tzid, zone) => {
    const { fields, given } = readOne([`DTSTART;TZID=${tzid}:20270601T200000`]);
    expect([fields.startLocal, fields.timeZone, given.includes('timeZone')]).toEqual(['2027-06-01T20:00', zone, true]);
  });
});

test('HTML in texts is made plain', () => {
  const { fields } = readOne([
    'DTSTART:20270601T200000Z',
    'SUMMARY:Rock &amp\\; Roll',
    'LOCATION:Tom&#8217\\;s Bar',
    'DESCRIPTION:<p>One</p><p>Two <a href="https://example.org/x">here</a></p>',
  ]);
  expect(fields).toMatchObject({
    title: 'Rock & Roll',
    locationName: 'Tom’s Bar',
    description: 'One\nTwo here (https://example.org/x)',
  });
});
