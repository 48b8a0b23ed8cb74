import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { systemClock, systemRandom, systemSender } from './system.ts';

test('this process lives; one that ended does not; of other hosts nothing is known', async () => {
  expect(systemSender.isAlive(systemSender.name)).toBe(true);
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  expect(systemSender.isAlive(`${child.pid}@${hostname()}`)).toBe(false);
  expect(systemSender.isAlive(`${child.pid}@another-laptop`)).toBe(true);
  expect(systemSender.isAlive('somebody')).toBe(true);
});

test('a sleep ends at once when it is called off, and a signal that was called off before starts none', async () => {
  const controller = new AbortController();
  const asleep = systemClock.sleep(3_600_000, controller.signal);
  controller.abort();
  await asleep;
  await systemClock.sleep(3_600_000, controller.signal);
});

test('identifiers are unique, begin with the time, and say so', () => {
  const before = Date.now();
  const made = Array.from({ length: 10_000 }, () => systemRandom.uuid());
  expect(new Set(made).size).toBe(10_000);
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  const times = made.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
  expect(times.every((time) => time >= before && time <= Date.now())).toBe(true);
});
