// The app as people install it, unpacked: what its program refuses, and that its command line does the main job. The
// driver of the other tests cannot take hold of it, which is one of the things shown here.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { buildApp, programIn } from '../scripts/package/build-app.ts';
import { electronToPackage } from '../scripts/package/electron-to-package.ts';
import { readFuses, wantedFuses } from '../scripts/package/fuses.ts';
import { papers } from '../scripts/package/papers.ts';
import { projectRoot } from '../scripts/runtime/paths.ts';
import { placeIn } from '../scripts/supply/bundle-plugin.ts';
import { shippedPackages } from '../scripts/supply/shipped.ts';
import { expect, logOf, onPlatform, test } from './support/app.ts';
import { ended, organizer, startProgram } from './support/packaged.ts';

test.describe.configure({ mode: 'serial' });

// Elsewhere the unpacked app is a bundle that has to be signed before it runs.
if (process.platform === 'linux') {
  let app = '';

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    app = await buildApp(await electronToPackage(), 'app');
  });

  test('the fuses of the built program are the wanted ones', async () => {
    expect(await readFuses(programIn(app, process.platform))).toEqual(wantedFuses);
    expect(existsSync(join(app, 'resources', 'default_app.asar'))).toBe(false);
  });

  test('what is inside is what the list of its parts names', async () => {
    const shipped = new Set((await shippedPackages()).map(({ place }) => place));
    const files = listPackage(join(app, 'resources', 'app.asar'), { isPack: false });
    // Folders of a scope are in the list too, and are no package.
    const inside = new Set(files.filter((file) => file.endsWith('package.json')).map(placeIn));
    inside.delete(null);
    expect(inside.size).toBeGreaterThan(30);
    expect([...inside].filter((place) => !shipped.has(place ?? ''))).toEqual([]);
    const sbom = JSON.parse(await readFile(join(app, 'resources', papers.sbom), 'utf8'));
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(await readFile(join(app, 'resources', papers.licences), 'utf8')).toContain('Permission is hereby granted');
  });

  test('the program runs nobody else’s script', async ({ dataDir }) => {
    const mark = join(dataDir, 'it-ran');
    const script = join(dataDir, 'script.cjs');
    await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    const asNode = startProgram(app, [script], { ELECTRON_RUN_AS_NODE: '1', DISPLAY: '', ORGANIZER_DATA_DIR: dataDir });
    await ended(asNode);
    const required = await organizer(app, ['--help'], { NODE_OPTIONS: `--require ${script}` });
    expect(required.code).toBe(0);
    expect(required.stdout).toContain('Usage: organizer');
    expect(existsSync(mark)).toBe(false);
  });

  test('no debugger gets in', async ({ dataDir }) => {
    const program = startProgram(app, ['--inspect=0', '--remote-debugging-port=0', '--data-dir', dataDir], {});
    const end = ended(program);
    // What Chromium keeps of a page: by then it has long looked at its arguments.
    const profile = join(dataDir, 'electron', 'Local Storage');
    await expect.poll(() => existsSync(profile), { timeout: 20_000 }).toBe(true);
    program.kill('SIGTERM');
    const { stderr } = await end;
    expect(stderr).not.toMatch(/listening on/i);
    expect(existsSync(join(dataDir, 'electron', 'DevToolsActivePort'))).toBe(false);
    expect(await logOf(dataDir)).not.toContain('uncaught');
  });

  test('organizer imports and publishes from the package, each event once', async ({ dataDir, startPlatform }) => {
    const platform = await startPlatform();
    const env = { ...onPlatform(platform), ORGANIZER_DATA_DIR: dataDir };
    const run = async (args: string[]) => {
      const result = await organizer(app, ['--json', ...args], env);
      expect(result.code, result.stderr).toBe(0);
      return JSON.parse(result.stdout);
    };
    const [channel] = await run(['channels', '--refresh']);
    const sample = join(projectRoot, 'resources', 'sample-calendar.csv');
    const imported = await run([
      'import',
      sample,
      '--channel',
      channel.id,
      '--place',
      'place-new-york',
      '--timezone',
      'America/New_York',
    ]);
    expect(imported.new).toBeGreaterThan(10);
    const first = await run(['publish', '--all', '--wait']);
    expect(first).toMatchObject({ delivered: first.queued, rejected: 0, needsReview: 0, waiting: 0 });
    expect(first.queued).toBeGreaterThan(10);
    expect(await run(['publish', '--all', '--wait'])).toMatchObject({ queued: 0 });
    expect(platform.events()).toHaveLength(first.queued);
    // A wrong call is told by its exit code, as it is in the repository.
    expect((await organizer(app, ['no-such-command'], env)).code).toBe(2);
    const refused = await organizer(app, ['--json', 'key', 'check'], { ...env, PINNED_EVENTS_API_KEY: 'wrong' });
    expect(refused.code).toBe(4);
  });
}
