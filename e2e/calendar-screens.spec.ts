// Pictures of the calendar for docs/screens.
import { test } from './support/app.ts';
import { dayIn, draftIn, openCalendar } from './support/calendar.ts';
import { picture, picturesWanted } from './support/picture.ts';
import { makeDrafts, queueDrafts, readyFields } from './support/season.ts';
import { startPractising } from './support/steps.ts';

if (picturesWanted) {
  test('the calendar is pictured', async ({ start }) => {
    test.setTimeout(180_000);
    const { electron, page } = await start();
    await startPractising(page);
    await openCalendar(page, 'Month', '2027-03-10');
    await dayIn(page, '2027-03-10').waitFor();
    // No field has the keyboard, as after a click on the page.
    await page.getByLabel('Jump to date').blur();
    await picture(electron, page, 'calendar-empty');

    await makeDrafts(page, season());
    await queueDrafts(page, [
      readyFields('Vinyl market', { startLocal: '2027-03-13T11:00', endLocal: '2027-03-13T17:00' }),
      readyFields('Swing class', { startLocal: '2027-03-09T19:00', endLocal: '2027-03-09T20:30', channelId: 102 }),
    ]);
    await draftIn(page, 'Swing class').waitFor();
    await picture(electron, page, 'calendar-month');
    await draftIn(page, 'Spring exhibition').click();
    await page.getByRole('complementary', { name: 'Draft editor' }).waitFor();
    await picture(electron, page, 'calendar-month-editor');
    await page.getByRole('button', { name: 'Close editor' }).click();
    await page.keyboard.press('w');
    await page.locator('.week-event').first().waitFor();
    await picture(electron, page, 'calendar-week');
    await page.keyboard.press('a');
    await page.locator('.agenda-draft').first().waitFor();
    await picture(electron, page, 'calendar-agenda');
  });
}

/** A spring of a venue with two rooms: nights after midnight, days on end, and what is not ready yet. */
function season() {
  const at = (title: string, startLocal: string, endLocal: string | null, more = {}) =>
    readyFields(title, { startLocal, endLocal, ...more });
  const weekly = ['02', '09', '16', '23', '30'].flatMap((day) => [
    at('Open mic', `2027-03-${day}T20:00`, `2027-03-${day}T22:30`),
  ]);
  const nights = ['05', '06', '12', '13', '19', '20', '26', '27'].map((day, i) =>
    at(i % 2 === 0 ? 'Basement techno' : 'Soul night', `2027-03-${day}T23:00`, nextMorning(day), { channelId: 102 }),
  );
  return [
    ...weekly,
    ...nights,
    at('Spring exhibition', '2027-03-03T10:00', '2027-03-14T18:00'),
    at('Film festival', '2027-03-18T00:00', '2027-03-21T23:59', { allDay: true, channelId: 102 }),
    at('Winter jazz quartet', '2027-03-12T20:00', '2027-03-12T22:00'),
    at('Readings: new voices', '2027-03-11T19:30', '2027-03-11T21:00', { classifications: [] }),
    at('Family matinee', '2027-03-14T11:00', '2027-03-14T12:30'),
    at('Silent films with piano', '2027-03-12T18:00', '2027-03-12T19:45', { channelId: 102 }),
    at('Members’ evening', '2027-03-12T19:00', null, { channelId: null }),
    at('Poetry slam final', '2027-03-12T20:30', '2027-03-12T22:30', { placeId: null }),
    at('Repair café', '2027-03-10T15:00', '2027-03-10T18:00'),
    at('Chamber music', '2027-03-25T19:30', '2027-03-25T21:30'),
  ];
}

function nextMorning(day: string): string {
  return `2027-03-${String(Number(day) + 1).padStart(2, '0')}T04:00`;
}
