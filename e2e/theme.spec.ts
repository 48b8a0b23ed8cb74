import { expect, onPlatform, test } from './support/app.ts';
import { queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered } from './support/steps.ts';

test('another theme reaches every word, also when motion is reduced', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  // All of these inherit the colour of the body, from further and further away.
  const places = ['h1', '.button-secondary', '.operation', '.operation-title'];
  for (const colorScheme of ['dark', 'light', 'dark', 'light', 'dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const expected = colorScheme === 'dark' ? 'rgb(236, 236, 239)' : 'rgb(29, 30, 34)';
    for (const place of places) await expect(page.locator(place).first()).toHaveCSS('color', expected);
  }
});
