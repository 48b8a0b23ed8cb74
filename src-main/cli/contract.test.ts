import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { ContractViewSchema } from '#shared/platform/capabilities.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

test('contract tells what is offered, and the source of each statement, before and after the first contact', async () => {
  const server = await startForTest();
  const env = {
    ORGANIZER_DATA_DIR: join(freshFolder(), 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const contract = async () =>
    ContractViewSchema.parse(JSON.parse((await runCli({ args: ['contract', '--json'], env })).stdout));
  const before = await contract();
  expect(before.readAt).toBeNull();
  expect(before.capabilities.routes.createEvent.source).toBe('documented');
  expect(server.requests()).toEqual([]);

  await runCli({ args: ['key', 'check'], env });
  const after = await contract();
  expect(after.capabilities.routes.uploadMedia).toMatchObject({ source: 'document', route: { method: 'POST' } });
  expect(after.unsent).toEqual([]);

  const { code, stdout } = await runCli({ args: ['contract'], env });
  expect(code).toBe(0);
  expect(stdout).toContain('createEvent: POST /api/public/v1/events  [document]');
  expect(stdout).toContain('title*: string; minLength 1  [document]');
  expect(stdout).not.toContain(server.key);
});
