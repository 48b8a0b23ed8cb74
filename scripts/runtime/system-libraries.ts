import { capture, findOnPath, SetupError } from './commands.ts';
import { alternatives, debianPackages, installableNames, missingPackages, type Need } from './debian-packages.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg's own.
const statusFormat = '${Package} ${db:Status-Status}\\n';

/**
 * Sees to the system packages for what is about to run. On Debian and Ubuntu root gets the missing ones installed;
 * everybody else is told the one line to run. Elsewhere, and when nothing is missing, nothing happens.
 *
 * @throws SetupError when something is missing that the run cannot do without: a display and a keychain where there is
 *   no desktop, or the compiler. Missing libraries are only told: a desktop may have them in another form, and Electron
 *   says so itself when it does not start.
 */
export async function ensureSystemLibraries(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux' || !findOnPath('dpkg-query')) return;
  const missing = await missingFor(needs);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) await install(missing);
  else await tell(missing);
}

async function missingFor(needs: readonly Need[]): Promise<string[]> {
  // A compiler counts wherever it comes from; libraries are looked up with the package manager.
  const programs = needs.includes('nativeBuild') ? debianPackages.nativeBuild.filter((name) => !findOnPath(name)) : [];
  const wanted = needs.filter((need) => need !== 'nativeBuild').flatMap((need) => [...debianPackages[need]]);
  if (wanted.length === 0) return programs;
  // The exit code says only that some name is unknown, which is what is being asked.
  const { stdout } = await capture('dpkg-query', [
    '-W',
    `--showformat=${statusFormat}`,
    ...wanted.flatMap(alternatives),
  ]);
  return [...missingPackages(wanted, stdout), ...programs];
}

async function install(missing: string[]): Promise<void> {
  console.error(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A mirror that is away is no reason to stop: the lists on disk may still serve.
  await capture('apt-get', ['update', '-qq'], { env });
  const names = await namesHere(missing);
  const result = await capture('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  if (result.code !== 0) {
    throw new SetupError(`System packages could not be installed:\n${result.stderr.trim()}\n${byHand(names)}`);
  }
}

async function tell(missing: string[]): Promise<void> {
  const line = byHand(await namesHere(missing));
  const dispensable: readonly string[] = debianPackages.electron;
  if (missing.some((name) => !dispensable.includes(name))) throw new SetupError(line);
  console.error(line);
}

async function namesHere(missing: string[]): Promise<string[]> {
  const { stdout } = await capture('apt-cache', ['madison', ...missing.flatMap(alternatives)]);
  return installableNames(missing, stdout);
}

function byHand(names: string[]): string {
  return (
    'System packages are missing. Install them with:\n' +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
  );
}
