import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { capture, SetupError } from '../../runtime/commands.ts';
import { programIn } from '../build-app.ts';
import { installFolder, programName } from '../config.ts';
import { readFuses, wrongFuses } from '../fuses.ts';
import { holds, must } from './expect.ts';

const desktopFile = `/usr/share/applications/${programName}.desktop`;
const commands = ['/usr/bin/organizer', `/usr/bin/${programName}`];

/** @throws SetupError when the package is there already: it would be somebody's own */
export async function refuseWhereInstalled(): Promise<void> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg fills it in
  const { stdout } = await capture('dpkg-query', ['-W', '--showformat=${db:Status-Status}', programName]);
  // What was removed and not purged leaves a name behind, and nothing else.
  if (stdout === 'installed') throw new SetupError(`${programName} is installed here. Remove it first, then check.`);
}

export async function install(packageFile: string): Promise<void> {
  await holds('the package installs', () => dpkg('--install', packageFile));
  await holds('it is where it has to be, with its fuses', async () => {
    must(realpathSync('/usr/bin/organizer') === `${installFolder}/resources/cli/organizer`, 'organizer is on the path');
    must(realpathSync(`/usr/bin/${programName}`) === programIn(installFolder, 'linux'), 'the app is on the path');
    const wrong = wrongFuses(await readFuses(programIn(installFolder, 'linux')));
    must(wrong.length === 0, 'the fuses are the wanted ones', wrong);
    const { code, stdout } = await capture('desktop-file-validate', [desktopFile]);
    must(code === 0, 'the desktop entry is valid', stdout);
    const strangers = await capture('find', [installFolder, '-not', '-user', 'root']);
    const writable = await capture('find', [installFolder, '-perm', '/022', '-not', '-type', 'l']);
    must(strangers.stdout + writable.stdout === '', 'only root can change it', strangers.stdout + writable.stdout);
  });
}

export async function uninstall(): Promise<void> {
  await holds('the package is removed without a trace in the system', async () => {
    await dpkg('--remove', programName);
    await dpkg('--purge', programName);
    const left = [installFolder, desktopFile, '/etc/apparmor.d/pinned-organizer', ...commands].filter(isThere);
    must(left.length === 0, 'nothing of it is left', left);
  });
}

/** Also a link that leads nowhere is there. */
function isThere(path: string): boolean {
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function dpkg(...args: string[]): Promise<void> {
  const { code, stderr } = await capture('dpkg', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) throw new SetupError(`dpkg ${args.join(' ')} failed:\n${stderr.trim()}`);
}
