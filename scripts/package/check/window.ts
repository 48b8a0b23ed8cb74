import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../../runtime/commands.ts';
import { startDisplay } from '../../runtime/virtual-display.ts';
import { installFolder, productName, programName } from '../config.ts';
import { eventually, holds, must } from './expect.ts';
import { endGroup, type Person } from './person.ts';

/** Starts the installed app with its sandbox, presses what a person would, and ends it. */
export async function checkWindow(person: Person): Promise<void> {
  const display = await startDisplay();
  const onDisplay = { DISPLAY: display.name };
  const program = person.start(programName, ['--disable-dev-shm-usage'], onDisplay);
  let said = '';
  program.stderr?.on('data', (chunk) => (said += chunk));
  program.stdout?.resume();
  const xdotool = (...args: string[]) => capture('xdotool', args, { env: { ...process.env, ...onDisplay } });
  try {
    await holds('the window opens, with Chromium’s sandbox', async () => {
      await eventually('a window is shown', async () => {
        const { code } = await xdotool('search', '--onlyvisible', '--name', productName);
        must(program.exitCode === null, 'the app runs', said);
        return code === 0;
      });
      await eventually('the page’s process is in a sandbox', pageIsSandboxed);
    });
    const workspace = join(person.home, '.config', productName, 'workspace');
    await holds('practice mode starts by the keyboard', async () => {
      const practice = join(workspace, 'practice', 'organizer.db');
      await eventually('the practice workspace is made', async () => {
        // The page takes keys once it is painted, and nothing outside it can see when.
        if (!existsSync(practice)) await xdotool('key', 'Tab', 'Return');
        return existsSync(practice);
      });
    });
    await holds('the app ends when it is asked to, without a complaint in its log', async () => {
      await xdotool('key', 'ctrl+q');
      const patience = new Promise((resolve) => setTimeout(resolve, 10_000));
      await Promise.race([once(program, 'exit'), patience]);
      must(program.exitCode === 0, 'the app ends with 0', program.exitCode);
      const log = await readFile(join(workspace, 'logs', 'app.log'), 'utf8').catch(() => '');
      must(!/uncaught|could not be opened/.test(log), 'the log is quiet', log);
    });
  } finally {
    endGroup(program);
    await display.stop();
  }
}

/** Asks the kernel: mode 2 is a process whose system calls are filtered. Source: proc_pid_status(5), Seccomp. */
async function pageIsSandboxed(): Promise<boolean> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const about = (name: string) => readFile(join('/proc', pid, name), 'utf8').catch(() => '');
    const commandLine = await about('cmdline');
    if (!commandLine.startsWith(installFolder) || !commandLine.includes('--type=renderer')) continue;
    return /^Seccomp:\s*2$/m.test(await about('status')) && !commandLine.includes('--no-sandbox');
  }
  return false;
}
