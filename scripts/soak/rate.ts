import { spawn } from 'node:child_process';
import type { SoakResult } from '../../src-main/core/outbox/exactly-once/soak/result.ts';
import { projectRoot } from '../runtime/paths.ts';
import { tool } from '../runtime/tools.ts';

const LINE = /^(.*): ([\d.]+) % of what it allows; refused (\d+) times, then at most (\d+) in a window/;

/** Every kind of limit against every way to tell of it: `exactly-once/rate.test.ts`, all combinations. */
export async function soakRate(log: (line: string) => void, seed?: number): Promise<SoakResult[]> {
  const env = { ...process.env, RATE_ALL: '1', ...(seed !== undefined && { RATE_SEED: String(seed) }) };
  const child = spawn(process.execPath, [tool('vitest'), 'run', 'exactly-once/rate.test'], { cwd: projectRoot, env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const figures: SoakResult['figures'] = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  for (const line of output.replaceAll(/\x1b\[[\d;]*m/g, '').split('\n')) {
    const [, what, percent, refusals, most] = LINE.exec(line) ?? [];
    if (what !== undefined) figures[what] = `${percent} %, refused ${refusals} times, at most ${most} in a window`;
  }
  if (code !== 0) log(output);
  return [{ name: 'rate', ok: code === 0 && Object.keys(figures).length > 0, figures }];
}
