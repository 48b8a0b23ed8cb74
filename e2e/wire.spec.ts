// The core's own tests meet every fault over Node's HTTP; the app sends through Chromium's network stack, which resets,
// retries and cuts off in its own ways. Whatever it does, each event has to arrive once.
import { expect, onPlatform, test } from './support/app.ts';
import { expectDelivered, importSample, publishImport } from './support/steps.ts';

const faults = [
  'resetBeforeCommit',
  'resetAfterCommit',
  'errorBeforeCommit',
  'errorAfterCommit',
  'truncatedBody',
  'badGatewayAfterCommit',
  'rateLimited',
  'unavailable',
] as const;

// A request that was cut off may still be under way, and is left alone for 47 s; that can happen more than once here.
const patienceMs = 240_000;

test('a bad line loses nothing and doubles nothing', async ({ start, startPlatform }) => {
  test.setTimeout(patienceMs + 60_000);
  const platform = await startPlatform();
  const { page } = await start(onPlatform(platform));
  await importSample(page);
  for (const fault of faults) platform.faults.next(fault, { route: 'POST /events' });
  const events = await publishImport(page);
  await expectDelivered(page, events, patienceMs);
  expect(platform.faults.planned().scripted).toEqual([]);
  expect(platform.events()).toHaveLength(events);
  expect([...platform.effectsByKey().values()]).toEqual(Array.from({ length: events }, () => 1));
});

test('a platform that goes away and comes back is waited for', async ({ start, startPlatform }) => {
  const first = await startPlatform();
  const { page } = await start(onPlatform(first));
  await importSample(page);
  const port = Number(new URL(first.url).port);
  await first.close();
  const events = await publishImport(page);
  await expect(page.getByText('Offline').first()).toBeVisible({ timeout: 15_000 });
  const second = await startPlatform({ port, key: first.key });
  await expectDelivered(page, events);
  expect(second.events()).toHaveLength(events);
});
