import { join } from 'node:path';
import { expect, test } from 'vitest';
import { create, startForTest } from '#practice/test-support.ts';
import { RemoteListSchema } from '#shared/remote/remote-event.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

test('events lists what is on the platform beside the ledger, and adopt tracks one', async () => {
  const server = await startForTest();
  await create(server, 'by-hand', { title: 'By hand' });
  const env = {
    ORGANIZER_DATA_DIR: join(freshFolder(), 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const list = async (...args: string[]) => {
    const { stdout } = await runCli({ args: ['events', '--json', ...args], env });
    return RemoteListSchema.parse(JSON.parse(stdout));
  };
  expect(await list()).toMatchObject({ counts: { elsewhere: 1, tracked: 0 }, complete: true });
  const adopted = await runCli({ args: ['events', 'adopt', '1001', '--json'], env });
  expect(adopted.code).toBe(0);
  expect(JSON.parse(adopted.stdout)).toMatchObject({ remoteId: '1001' });
  expect((await list('--cached', '--standing', 'tracked')).events).toMatchObject([{ title: 'By hand' }]);
  const again = await runCli({ args: ['events', 'adopt', '1001'], env });
  expect(again.code).toBe(3);
  const lines = (await runCli({ args: ['events'], env })).stdout;
  expect(lines).toContain('1 tracked, 0 changed there, 0 made elsewhere, 0 gone.');
});
