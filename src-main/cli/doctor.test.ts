import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startForTest } from '#practice/test-support.ts';
import { DoctorReportSchema } from '#shared/doctor/report.ts';
import { freshFolder, runCli } from './testing/run-cli.ts';

test('doctor says what it found and what to do, and its exit code tells monitoring', async () => {
  const server = await startForTest();
  const env = {
    ORGANIZER_DATA_DIR: join(freshFolder(), 'data'),
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  };
  const well = await runCli({ args: ['doctor'], env });
  expect(well.stderr).toBe('');
  expect(well.code).toBe(0);
  expect(well.stdout).toContain('Nothing stands in the way of publishing.');
  expect(well.stdout).not.toContain(server.key);

  server.revokeKey(server.key);
  const refused = await runCli({ args: ['doctor', '--json'], env });
  expect(refused.code).toBe(4);
  const report = DoctorReportSchema.parse(JSON.parse(refused.stdout));
  expect(report.findings.find(({ step }) => step === 'key')).toMatchObject({ state: 'bad' });

  await server.close();
  const away = await runCli({ args: ['doctor'], env });
  expect(away.code).toBe(3);
  expect(away.stdout).toContain('takes no connection');
  expect(away.stdout).toContain('→ Check the API address');
});
