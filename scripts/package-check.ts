// npm run package:check: installs the Debian package on this machine, works with it as an ordinary user, and removes it
// again. Needs root, as every installation does; the app itself never runs as root here.
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './package/build-app.ts';
import { checkCommandLine } from './package/check/command-line.ts';
import { holds, must } from './package/check/expect.ts';
import { install, refuseWhereInstalled, uninstall } from './package/check/installation.ts';
import { createPerson, type Person } from './package/check/person.ts';
import { checkWindow } from './package/check/window.ts';
import { productName } from './package/config.ts';
import { buildDebianPackage } from './package/deb/build-deb.ts';
import { electronToPackage } from './package/electron-to-package.ts';
import { capture, SetupError } from './runtime/commands.ts';
import { runScript } from './runtime/entry.ts';
import { inProject } from './runtime/paths.ts';
import { ensureSystemLibraries } from './runtime/system-libraries.ts';

/** Debian's “nobody”, where nobody else called for root. */
const nobody = 65_534;

await runScript(async () => {
  if (process.platform !== 'linux') throw new SetupError('A Debian package is checked on Debian or Ubuntu.');
  if (process.getuid?.() !== 0)
    throw new SetupError('Installing a package is root’s business: sudo npm run package:check');
  await ensureSystemLibraries(['electron', 'display', 'keyring', 'packageCheck']);
  await refuseWhereInstalled();
  const electron = await electronToPackage();
  const packageFile = await buildDebianPackage(electron, await buildApp(electron, 'app'));

  console.log(`\nChecking ${packageFile}`);
  const person = createPerson(Number(process.env.SUDO_UID ?? nobody));
  try {
    let [drafts, before] = [0, ''];
    try {
      await install(packageFile);
      drafts = await checkCommandLine(person);
      await checkWindow(person);
      before = await fingerprint(person);
    } finally {
      await uninstall();
    }
    await holds('what the person made is still there, and can be read', async () => {
      must((await fingerprint(person)) === before, 'the database is untouched');
      await readDrafts(person, drafts);
    });
  } finally {
    await rm(person.home, { recursive: true, force: true, maxRetries: 3 });
  }
  console.log('The package holds.');
  return 0;
});

async function fingerprint(person: Person): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(workspaceOf(person), 'organizer.db')))
    .digest('hex');
}

/** With the command line of the repository: the installed one is gone. */
async function readDrafts(person: Person, drafts: number): Promise<void> {
  const args = ['--json', '--data-dir', workspaceOf(person), 'drafts', '--limit', '1000'];
  const env = { ...process.env, PINNED_EVENTS_API_KEY: 'not-needed' };
  const { stdout, stderr } = await capture(process.execPath, [inProject('src-main', 'cli', 'index.ts'), ...args], {
    env,
  });
  must((JSON.parse(stdout || '[]') as unknown[]).length === drafts, `${drafts} drafts are there`, stderr);
}

function workspaceOf(person: Person): string {
  return join(person.home, '.config', productName, 'workspace');
}
