// Pictures of the outbox in the states that only time, trouble or a full season bring about.
import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { picture, picturesWanted } from './support/picture.ts';
import {
  changeDatabase,
  endedInTheMiddle,
  makeDrafts,
  queueDrafts,
  readyFields,
  twoDaysLater,
} from './support/season.ts';
import { expectDelivered, goTo, importSample, publishImport } from './support/steps.ts';

if (picturesWanted) {
  test.describe.configure({ mode: 'default', timeout: 120_000 });

  test('a season on its way', async ({ start, startPlatform }) => {
    const platform = await startPlatform({ latencyMs: 900 });
    const { electron, page } = await start(onPlatform(platform));
    await importSample(page);
    await publishImport(page);
    await goTo(page, 'Outbox');
    await expect(page.getByText(/a minute · .* left/)).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('.toast')).toHaveCount(0, { timeout: 20_000 });
    await picture(electron, page, 'outbox-sending');
  });

  test('late work, and a selection', async ({ start, startPlatform, dataDir }) => {
    const platform = await startPlatform();
    const first = await start(onPlatform(platform));
    await importSample(first.page);
    await valueFromPage(first.page, 'setSending', { paused: true });
    await publishImport(first.page);
    await first.quit();
    const someLate = `AND title IN ('Open Mic Night', 'Repair Café', 'Stand-Up Sampler')`;
    await changeDatabase(
      dataDir,
      `${twoDaysLater} ${someLate}; UPDATE lanes SET paused_by_person = 0;
       UPDATE operations SET confirmed_at = queued_at - 7200000, start_ms = queued_at - 3600000
       WHERE title = 'Winter Jazz Quartet'`,
    );
    const { electron, page } = await start(onPlatform(platform));
    await goTo(page, 'Outbox');
    await expect(
      page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Delivered 2\d/ }),
    ).toBeVisible();
    await picture(electron, page, 'outbox-late');
    await page.getByRole('row', { name: 'Repair Café', exact: true }).getByRole('checkbox').click();
    await page.getByRole('row', { name: 'Open Mic Night', exact: true }).getByRole('checkbox').click();
    await page
      .getByRole('row', { name: 'Open Mic Night', exact: true })
      .getByRole('button', { name: 'Details' })
      .click();
    await picture(electron, page, 'outbox-selection');
  });

  test('in doubt, with its activity', async ({ start, startPlatform, dataDir }) => {
    const platform = await startPlatform({ scopes: ['channels:read', 'events:create'] });
    const first = await start(onPlatform(platform));
    await importSample(first.page);
    await publishImport(first.page);
    await expectDelivered(first.page, 24);
    await valueFromPage(first.page, 'setSending', { paused: true });
    await queueDrafts(first.page, [readyFields('Midsummer Night on the Roof'), readyFields('Brass in the Courtyard')]);
    await first.quit();
    await changeDatabase(
      dataDir,
      `${endedInTheMiddle}; UPDATE lanes SET paused_by_person = 0;
       INSERT INTO attempts SELECT id, queued_at + 900, 1, 'send', queued_at + 30900, 'unclear', 502, 'req-7f3a91c2'
         FROM operations WHERE state = 'needsReview';
       INSERT INTO attempts SELECT id, queued_at + 34000, 2, 'send', NULL, NULL, NULL, NULL
         FROM operations WHERE state = 'needsReview';
       INSERT INTO attempts SELECT id, queued_at + 910000, 3, 'reconcile', queued_at + 911000, 'unknown', NULL, NULL
         FROM operations WHERE state = 'needsReview';`,
    );
    const { electron, page } = await start(onPlatform(platform));
    await goTo(page, 'Outbox');
    const row = page.getByRole('row', { name: 'Midsummer Night on the Roof', exact: true });
    await row.getByRole('button', { name: 'Details' }).click();
    await expect(row.getByRole('listitem')).toHaveCount(4);
    await picture(electron, page, 'outbox-review');
    await row.getByRole('button', { name: 'Send again…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(electron, page, 'outbox-send-again');
  });

  test('a batch with look-alikes, and a second event on purpose', async ({ start, startPlatform }) => {
    const platform = await startPlatform();
    const { electron, page } = await start(onPlatform(platform));
    await importSample(page);
    const delivered = [readyFields('Spring Gala'), readyFields('Harbour Lights', { channelId: 102 })];
    await queueDrafts(page, delivered);
    await expectDelivered(page, 2);
    const past = { startLocal: '2026-03-01T20:00' };
    await makeDrafts(page, [
      ...delivered,
      readyFields('Poetry by Candlelight', past),
      readyFields('Brunch Concert'),
      readyFields('Brunch Concert', { publishAs: 'draft' }),
      readyFields('Lantern Workshop', { channelId: 103, publishAs: 'draft' }),
      readyFields('Autumn Supper', { placeId: null }),
      readyFields('Members’ Evening', { startLocal: null }),
    ]);
    await goTo(page, 'Drafts');
    await page.getByRole('button', { name: /^Publish all ready/ }).click();
    await expect(page.getByRole('dialog').getByText('1 has begun already')).toBeVisible();
    await picture(electron, page, 'publish-review');
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('searchbox').fill('Harbour');
    await page.getByRole('row', { name: /Harbour Lights.*Delivered/ }).click();
    await page.getByRole('button', { name: 'Activity' }).click();
    const log = page.getByRole('list', { name: 'What was done to publish this' });
    await expect(log).toBeInViewport();
    await picture(electron, page, 'draft-delivered', () => log.scrollIntoViewIfNeeded());
    await page.getByRole('button', { name: 'Publish as a new event…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(electron, page, 'publish-as-new');
  });
}
