import type { Outcome } from '#core/outbox/attempt/classify.ts';
import type { Finding } from '#core/outbox/attempt/reconcile.ts';
import { attemptOutcomes } from '../src-renderer/features/activity/outcomes.ts';
import { expect, onPlatform, test } from './support/app.ts';
import { valueFromPage } from './support/bridge.ts';
import { changeDatabase, endedInTheMiddle, queueDrafts, readyFields } from './support/season.ts';
import { expectDelivered, goTo } from './support/steps.ts';

// The window may not import the core, so this is where the compiler sees both: each outcome of the core has its words.
const outcomesOfTheCore: Record<Outcome['kind'] | Finding['kind'] | 'lapsed', true> = {
  delivered: true,
  refused: true,
  keyProblem: true,
  channelProblem: true,
  throttled: true,
  busy: true,
  conflict: true,
  offline: true,
  lapsed: true,
  intercepted: true,
  unclear: true,
  found: true,
  absent: true,
  unknown: true,
  later: true,
};

test('every outcome of the core has words in the window', () => {
  expect(attemptOutcomes.toSorted()).toEqual(Object.keys(outcomesOfTheCore).toSorted());
});

test('each attempt is in the activity of its draft, with status and request id', async ({ start, startPlatform }) => {
  const platform = await startPlatform();
  platform.faults.next('errorBeforeCommit', { route: 'POST /events' });
  const { page } = await start(onPlatform(platform));
  await queueDrafts(page, [readyFields('Spring gala')]);
  await expectDelivered(page, 1);
  await page.getByRole('row', { name: 'Spring gala', exact: true }).getByRole('button', { name: 'Details' }).click();
  const log = page.getByRole('list', { name: 'What was done to publish this' });
  await expect(log.getByRole('listitem')).toHaveCount(3);
  await expect(log.getByRole('listitem').nth(0)).toContainText('Sent · Pinned Events confirmed the event');
  await expect(log.getByRole('listitem').nth(0)).toContainText('Status 201');
  await expect(log.getByRole('listitem').nth(1)).toContainText('Sent · No clear answer; it may have arrived');
  await expect(log.getByRole('listitem').nth(1)).toContainText(/Status 500 .* Request \S+/);
  await expect(log.getByRole('listitem').nth(2)).toContainText('Queued by you');

  // The same in the editor, from another angle.
  await goTo(page, 'Drafts');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(log.getByRole('listitem')).toHaveCount(3);
});

test('in doubt: what to look for, two answers, and sending again is asked twice', async ({
  start,
  startPlatform,
  dataDir,
}) => {
  const platform = await startPlatform({ scopes: ['channels:read', 'events:create'] });
  const first = await start(onPlatform(platform));
  await valueFromPage(first.page, 'setSending', { paused: true });
  await queueDrafts(first.page, [readyFields('Spring gala'), readyFields('Autumn gala')]);
  await first.quit();
  await changeDatabase(dataDir, `${endedInTheMiddle}; UPDATE lanes SET paused_by_person = 0`);

  const { page } = await start(onPlatform(platform));
  await goTo(page, 'Outbox');
  const spring = page.getByRole('row', { name: 'Spring gala', exact: true });
  await expect(spring).toContainText('Look in The Lantern Room on Pinned Events for “Spring gala”');
  await spring.getByRole('button', { name: 'Copy title' }).click();
  await expect(page.getByText('Title copied.')).toBeVisible();

  await spring.getByRole('button', { name: 'Send again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send this event again?' });
  await expect(dialog).toContainText('could publish it twice');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'It is not there, send again' }).click();
  await expect.poll(() => platform.events().length).toBe(1);

  const autumn = page.getByRole('row', { name: 'Autumn gala', exact: true });
  await autumn.getByRole('button', { name: 'It is there' }).click();
  await expectDelivered(page, 2);
  expect(platform.events().map(({ doc }) => doc.title)).toEqual(['Spring gala']);
  await autumn.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByText('You said that it is there').first()).toBeVisible();
});

test('a locked draft says what to do next, and leads there', async ({ start, startPlatform, dataDir }) => {
  const platform = await startPlatform();
  const first = await start(onPlatform(platform));
  await valueFromPage(first.page, 'setSending', { paused: true });
  await queueDrafts(first.page, [readyFields('Spring gala')]);
  await first.quit();
  await changeDatabase(dataDir, endedInTheMiddle);

  const { page } = await start(onPlatform(platform));
  await page.getByRole('grid', { name: 'Drafts' }).getByRole('row').nth(1).click();
  const editor = page.getByRole('complementary', { name: 'Draft editor' });
  await expect(editor).toContainText('This draft cannot be edited now');
  await editor.getByRole('button', { name: 'Show in outbox' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Spring gala', exact: true })).toBeVisible();
});

test('in doubt, many at once: the app looks, finds what is there and sends what is not', async ({
  start,
  startPlatform,
  dataDir,
}) => {
  const platform = await startPlatform();
  const first = await start(onPlatform(platform));
  // The event arrived, and nobody here learned it.
  platform.faults.next('errorAfterCommit', { route: 'POST /events' });
  await queueDrafts(first.page, [readyFields('Spring gala')]);
  await expect.poll(() => platform.events().length).toBe(1);
  await valueFromPage(first.page, 'setSending', { paused: true });
  await queueDrafts(first.page, [readyFields('Autumn gala')]);
  await first.quit();
  await changeDatabase(
    dataDir,
    `UPDATE operations SET state = 'queued', remote_id = NULL, finished_at = NULL;
     ${endedInTheMiddle}; UPDATE lanes SET paused_by_person = 0`,
  );

  const { page } = await start(onPlatform(platform));
  await goTo(page, 'Outbox');
  await page.getByRole('button', { name: 'Look again (2)' }).click();
  await expectDelivered(page, 2);
  expect(platform.events().map(({ doc }) => doc.title)).toEqual(['Spring gala', 'Autumn gala']);
  await page.getByRole('row', { name: 'Spring gala', exact: true }).getByRole('button', { name: 'Details' }).click();
  const log = page.getByRole('list', { name: 'What was done to publish this' });
  await expect(log.getByRole('listitem').first()).toContainText('Looked on Pinned Events · It is there');
});
