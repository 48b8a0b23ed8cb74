import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { makeDrafts, queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, goTo } from './support/steps.ts';

const texts = { description: 'Bring a coat.', capacity: 80 };

/** The window has read the platform's description: what it says decides what is sent. */
async function contractIsRead(page: Parameters<typeof valueFromPage>[0]) {
  await expect.poll(async () => (await valueFromPage(page, 'getContract')).readAt).not.toBeNull();
}

for (const contract of ['full', 'deprecated'] as const) {
  test(`against “${contract}” the description and the capacity arrive`, async ({ start, startPlatform }) => {
    const platform = await startPlatform({ contract });
    const { page } = await start(onPlatform(platform));
    await contractIsRead(page);
    await queueDrafts(page, [readyFields('Spring gala', texts)]);
    await expectDelivered(page, 1);
    expect(platform.events()[0]?.doc).toMatchObject(texts);
    expect([...platform.effectsByKey().values()]).toEqual([1]);
  });
}

test('against “minimal” the editor and the publish dialog say what stays here', async ({ start, startPlatform }) => {
  const platform = await startPlatform({ contract: 'minimal' });
  const { page } = await start(onPlatform(platform));
  await contractIsRead(page);
  await makeDrafts(page, [readyFields('Spring gala', texts)]);
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).click();
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await expect(editor.getByText('the API description of the platform lists no such field')).toHaveCount(2);
  await editor.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 with a description that is not sent')).toBeVisible();
  await expect(dialog.getByText('1 with a capacity that is not sent')).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish 1 event' }).click();
  await expectDelivered(page, 1);
  expect(platform.events()[0]?.doc).not.toHaveProperty('description');
});

test('a route that moved stops sending before the first event, and a look again goes on', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform({ contract: 'renamed' });
  const { page } = await start(onPlatform(platform));
  await contractIsRead(page);
  await queueDrafts(page, [readyFields('Spring gala'), readyFields('Harvest supper')]);
  await goTo(page, 'Outbox');
  await expect(page.getByText('has moved the call that creates events to POST /api/public/v1/listings')).toBeVisible();
  expect(platform.requests().filter(({ method }) => method === 'POST')).toEqual([]);
  platform.setContract('full');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expectDelivered(page, 2);
  await expect(page.getByText('Moved: creating events')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(page.getByText('Moved: creating events')).toBeHidden();
});

test('a new required field stops sending until the person wants it sent anyway', async ({ start, startPlatform }) => {
  const platform = await startPlatform({ contract: 'newField' });
  const { page } = await start(onPlatform(platform));
  await contractIsRead(page);
  await queueDrafts(page, [readyFields('Spring gala')]);
  await goTo(page, 'Outbox');
  await expect(page.getByText('Each event must have a field “admission” now')).toBeVisible();
  expect(platform.requests().filter(({ method }) => method === 'POST')).toEqual([]);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Refused 1' })).toBeVisible();
  expect(platform.events()).toEqual([]);
});

test('what the API description would refuse is left out with its reason, and sent only when the person wants it', async ({
  start,
  startPlatform,
}) => {
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await contractIsRead(page);
  await makeDrafts(page, [
    readyFields('Spring gala'),
    readyFields('Knitting night', { classifications: ['knitting'] }),
  ]);
  await goTo(page, 'Drafts');
  await page.getByRole('button', { name: 'Publish all ready (2)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 breaks a rule of the API description')).toBeVisible();
  await expect(dialog.getByText('Classifications: the platform does not take “knitting”.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Publish 1 event' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Send anyway' }).click();
  await dialog.getByRole('button', { name: 'Publish 2 events' }).click();
  await expectDeliveredAndRefused(page);
  expect(platform.events().map(({ doc }) => doc.title)).toEqual(['Spring gala']);
});

async function expectDeliveredAndRefused(page: Parameters<typeof goTo>[0]) {
  await goTo(page, 'Outbox');
  const states = page.getByRole('group', { name: 'Show' });
  await expect(states.getByRole('button', { name: 'Delivered 1' })).toBeVisible();
  await expect(states.getByRole('button', { name: 'Refused 1' })).toBeVisible();
}
