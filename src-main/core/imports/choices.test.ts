import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allDrafts, choices } from '../testing/calendars.ts';
import { openOrganizer, type TestOrganizer } from '../testing/organizers.ts';
import { readMappingFile } from './presets/document.ts';

function file(organizer: TestOrganizer, lines: string[], name = 'season.csv'): string {
  const path = join(organizer.dataDir, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

const odd = ['Was,Wann,Wo', 'Jazz,01/02/2027 20:00,Keller', 'Film,03/04/2027 20:00,Saal'];

describe('what was chosen for a file', () => {
  test('counts again for the next file with the same header, until it is left out or removed', async () => {
    const organizer = await openOrganizer();
    const first = await organizer.imports.plan(file(organizer, odd), {
      ...choices,
      dateOrder: 'mdy',
      columns: { Wo: 'description' },
    });
    expect(first.preset).toBeNull();
    organizer.imports.apply(first.planId);
    expect(organizer.imports.presets.list()).toMatchObject([{ name: 'season', columns: { Wo: 'description' } }]);

    const next = [...odd.slice(0, 1), 'Tanz,05/06/2027 20:00,Saal'];
    const second = await organizer.imports.plan(file(organizer, next, 'next.csv'), {});
    expect(second).toMatchObject({ preset: { name: 'season' }, dateOrder: 'mdy', timeZone: 'Europe/Berlin' });
    expect(second.preview).toMatchObject([{ startLocal: '2027-05-06T20:00' }]);
    expect(second.columns[2]).toMatchObject({ header: 'Wo', role: 'description' });

    const without = await organizer.imports.plan(join(organizer.dataDir, 'next.csv'), { usePreset: false });
    expect(without).toMatchObject({ preset: null, columns: [{}, {}, { role: 'locationName' }] });

    const [preset] = organizer.imports.presets.list();
    organizer.imports.presets.rename(preset?.id ?? '', 'Keller');
    expect(organizer.imports.presets.list()).toMatchObject([{ name: 'Keller' }]);
    organizer.imports.presets.remove(preset?.id ?? '');
    expect((await organizer.imports.plan(join(organizer.dataDir, 'next.csv'), {})).preset).toBeNull();
  });

  test('is overruled by what is chosen now, one by one', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, odd);
    organizer.imports.apply(
      (await organizer.imports.plan(path, { dateOrder: 'mdy', columns: { Wo: 'ignore' } })).planId,
    );
    const plan = await organizer.imports.plan(path, { dateOrder: 'dmy' });
    expect(plan).toMatchObject({ dateOrder: 'dmy', columns: [{}, {}, { role: 'ignore' }] });
  });

  test('names the header row too, below a line that looks like one', async () => {
    const organizer = await openOrganizer();
    const lines = ['Title,Date,Place', 'Was,Wann,Wo', 'Jazz,2027-02-01 20:00,Keller'];
    const chosen = await organizer.imports.plan(file(organizer, lines), { headerRow: 2 });
    expect(chosen).toMatchObject({ headerRow: 2, counts: { new: 1, skipped: 1, invalid: 0 } });
    organizer.imports.apply(chosen.planId);
    const next = await organizer.imports.plan(file(organizer, [...lines, 'Film,2027-02-02 20:00,Saal']), {});
    expect(next).toMatchObject({ headerRow: 2, preset: {}, counts: { new: 1, unchanged: 1, skipped: 1 } });
    await expect(organizer.imports.plan(join(organizer.dataDir, 'season.csv'), { headerRow: 90 })).rejects.toThrow(
      'Row 90 cannot name the columns',
    );
  });

  test('is found again also where another encoding was chosen for it', async () => {
    const organizer = await openOrganizer();
    const path = join(organizer.dataDir, 'greek.csv');
    const bytes = Buffer.from('Title,Start,Gr\xf6\xdfe\r\nJazz,2027-02-01 20:00,8\r\n', 'latin1');
    writeFileSync(path, bytes);
    const chosen = await organizer.imports.plan(path, { encoding: 'iso-8859-7' });
    organizer.imports.apply(chosen.planId);
    expect(await organizer.imports.plan(path, {})).toMatchObject({ encoding: 'iso-8859-7', preset: { name: 'greek' } });
  });

  test('is not remembered where it is said so, or where there is nothing to remember', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, odd);
    organizer.imports.apply((await organizer.imports.plan(path, { dateOrder: 'mdy', remember: false })).planId);
    organizer.imports.apply((await organizer.imports.plan(path, { channelId: 101, placeId: 'place-berlin' })).planId);
    expect(organizer.imports.presets.list()).toEqual([]);
  });

  test('as JSON is what the command line takes as a mapping', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, odd);
    organizer.imports.apply(
      (await organizer.imports.plan(path, { dateOrder: 'mdy', columns: { Wo: 'ignore' } })).planId,
    );
    const target = join(organizer.dataDir, 'mapping.json');
    await organizer.imports.presets.save(organizer.imports.presets.list()[0]?.id ?? '', target);
    expect(await readMappingFile(target)).toEqual({ columns: { Wo: 'ignore' }, dateOrder: 'mdy' });
  });

  test.each([
    '{',
    '[]',
    '{"columns":{"a":"nothing"}}',
    '{"columns":{},"__proto__":{"x":1}}',
    '{"columns":{},"more":1}',
  ])('a mapping such as %s is refused with the reason', async (text) => {
    const organizer = await openOrganizer();
    const target = join(organizer.dataDir, 'bad.json');
    writeFileSync(target, text);
    await expect(readMappingFile(target)).rejects.toMatchObject({ code: 'unreadable_input' });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('rows that cannot be read', () => {
  const lines = ['ID,Title,Start', '1,Jazz,2027-06-01 20:00', '2,Film,some day', '3,,2027-06-03 20:00', '4,=SUM(1),?'];

  test('show their cells, and are read with what the person writes in their place', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, lines);
    const plan = await organizer.imports.plan(path, choices);
    expect(plan.counts).toMatchObject({ new: 1, invalid: 3 });
    const { total, rows } = organizer.imports.rows(plan.planId, { verdicts: ['invalid'], limit: 10, offset: 0 });
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({ row: 3, cells: ['2', 'Film', 'some day'] });

    const corrections = [{ row: 3, cells: [{ index: 2, value: '2027-06-02 21:00' }] }];
    const mended = await organizer.imports.plan(path, { ...choices, corrections });
    expect(mended.counts).toMatchObject({ new: 2, invalid: 2 });
    organizer.imports.apply(mended.planId);
    expect(allDrafts(organizer).map(({ fields }) => fields.title)).toEqual(['Jazz', 'Film']);
    expect(readFileSync(path, 'utf8')).toContain('some day');
  });

  test('have issues that are counted by kind and listed by kind or row', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, [...lines, '5,Opera,some night', '6,Dance,2027-06-05 20:00,left over']);
    const plan = await organizer.imports.plan(path, choices);
    expect(plan.issueKinds.slice(0, 3)).toEqual([
      { code: 'unreadable_date', severity: 'error', count: 2 },
      { code: 'date_unknown', severity: 'error', count: 1 },
      { code: 'no_title', severity: 'error', count: 1 },
    ]);
    expect(plan.issueKinds.slice(3).map(({ severity }) => severity)).toContain('warning');
    expect(plan.issueKinds.reduce((sum, { count }) => sum + count, 0)).toBe(plan.issueCount);
    const dates = organizer.imports.issues(plan.planId, { code: 'unreadable_date', limit: 5, offset: 1 });
    expect([dates.total, dates.issues.map(({ row }) => row)]).toEqual([2, [6]]);
    expect(organizer.imports.issues(plan.planId, { row: 4, limit: 10, offset: 0 })).toMatchObject({
      total: 1,
      issues: [{ row: 4, code: 'no_title', column: 'Title' }],
    });
  });

  test('go out as a file, and come back mended as rows of the same calendar', async () => {
    const organizer = await openOrganizer();
    const path = file(organizer, lines);
    const plan = await organizer.imports.plan(path, choices);
    organizer.imports.apply(plan.planId);
    const again = await organizer.imports.plan(path, choices);
    const target = join(organizer.dataDir, 'to mend.csv');
    expect(await organizer.imports.saveInvalidRows(again.planId, target)).toBe(3);
    const written = readFileSync(target, 'utf8');
    expect(written).toMatch(/^\uFEFFID,Title,Start,Not imported because\r\n2,Film,some day,/);
    expect(written).toContain("'=SUM(1)");

    writeFileSync(target, written.replace('some day', '2027-06-02 20:00').replace('3,,', '3,Opera,'));
    const mended = await organizer.imports.plan(target, choices);
    expect(mended.columns.at(-1)).toMatchObject({ role: 'ignore' });
    expect(mended.counts).toMatchObject({ new: 2, invalid: 1 });
    organizer.imports.apply(mended.planId);
    // The calendar itself, mended at its source by now, has the same three events.
    const whole = [...lines.slice(0, 2), '2,Film,2027-06-02 20:00', '3,Opera,2027-06-03 20:00'];
    expect((await organizer.imports.plan(file(organizer, whole), choices)).counts).toMatchObject({
      unchanged: 3,
      new: 0,
    });
  });
});

test('mended rows whose cells begin like formulas are the same events as in the calendar, mended at its source', async () => {
  const organizer = await openOrganizer();
  const path = file(organizer, ['Title,Start,Venue', '=Film,some day,-Hall']);
  const plan = await organizer.imports.plan(path, choices);
  const target = join(organizer.dataDir, 'to mend.csv');
  await organizer.imports.saveInvalidRows(plan.planId, target);
  writeFileSync(target, readFileSync(target, 'utf8').replace('some day', '2027-06-02 20:00'));
  organizer.imports.apply((await organizer.imports.plan(target, choices)).planId);
  expect(allDrafts(organizer)).toMatchObject([{ fields: { title: '=Film', locationName: '-Hall' } }]);
  const source = file(organizer, ['Title,Start,Venue', '=Film,2027-06-02 20:00,-Hall']);
  expect((await organizer.imports.plan(source, choices)).counts).toMatchObject({ new: 0, unchanged: 1 });
});

test('a place that cannot be written to is named, and nothing is left there', async () => {
  const organizer = await openOrganizer();
  const path = file(organizer, ['Title,Start', 'Jazz,2027-06-01 20:00', 'Film,some day']);
  const plan = await organizer.imports.plan(path, choices);
  const nowhere = join(organizer.dataDir, 'no such folder', 'x.csv');
  const refused = { code: 'usage', message: expect.stringContaining('no such folder') };
  await expect(organizer.imports.saveInvalidRows(plan.planId, nowhere)).rejects.toMatchObject(refused);
  const { id } = organizer.imports.apply(plan.planId);
  await expect(organizer.imports.saveOriginal(id, nowhere)).rejects.toMatchObject(refused);
});

test('categories that the platform does not list are told, answered, and remembered', async () => {
  const organizer = await openOrganizer();
  const path = file(organizer, ['Title,Start,Category', 'A,2027-06-01 20:00,Konzert', 'B,2027-06-02 20:00,Konzert']);
  const plan = await organizer.imports.plan(path, { ...choices, classificationMap: { Konzert: ['music'] } });
  organizer.imports.apply(plan.planId);
  expect(allDrafts(organizer).map(({ fields }) => fields.classifications)).toEqual([['music'], ['music']]);
  const next = await organizer.imports.plan(
    file(organizer, ['Title,Start,Category', 'C,2027-06-03 20:00,Konzert']),
    choices,
  );
  organizer.imports.apply(next.planId);
  expect(allDrafts(organizer).at(-1)?.fields.classifications).toEqual(['music']);
});
