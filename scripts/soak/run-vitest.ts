import { spawn } from 'node:child_process';
import { projectRoot } from '../runtime/paths.ts';
import { tool } from '../runtime/tools.ts';

/** Runs the tests of one file at full length. Returns whether they passed, and what they printed, without colours. */
export async function runVitest(
  filter: string,
  settings: Record<string, string>,
): Promise<{ passed: boolean; output: string }> {
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, [tool('vitest'), 'run', filter], { cwd: projectRoot, env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  return { passed: code === 0, output: output.replaceAll(/\x1b\[[\d;]*m/g, '') };
}
