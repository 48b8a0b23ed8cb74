import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
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

test('a contract that every event would break stops publish --wait, is told with what to do, and can be overruled', async () => {
  const server = await startForTest();
  const env = {
    ORGANIZER_DATA_DIR: join(freshFolder(), 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const run = (...args: string[]) => runCli({ args, env });
  await run('key', 'check');
  server.setContract('newField');
  const told = await run('contract', '--refresh');
  expect(told.code).toBe(3);
  expect(told.stdout).toContain('The field “admission” is new, and required.');
  expect(told.stdout).toContain('--send-anyway');

  const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample-calendar.csv');
  await run('import', sample, '--channel', '101', '--timezone', 'America/New_York', '--place', 'place-new-york');
  const published = await run('publish', '--all', '--wait', '--json');
  expect(published.code).toBe(3);
  expect(published.stderr).toContain('“admission”');
  const { queued, waiting, rejected } = Report.parse(JSON.parse(published.stdout));
  expect(queued).toBeGreaterThan(0);
  expect({ waiting, rejected }).toEqual({ waiting: queued, rejected: 0 });
  expect(server.requests().filter(({ method }) => method === 'POST')).toEqual([]);

  expect((await run('contract', '--seen', '--send-anyway')).code).toBe(0);
  const after = ContractViewSchema.parse(JSON.parse((await run('contract', '--json')).stdout));
  expect(after).toMatchObject({ changes: [], stop: { overruled: true } });
});

const Report = z.object({ queued: z.number(), waiting: z.number(), rejected: z.number() });
