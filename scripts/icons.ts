// Draws every icon of the packages from resources/icon.svg: PNG files for Linux, one .ico for Windows, one .icns for
// macOS. Chromium is the painter, so the tools are those that the app needs anyway.

import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { icns, icnsTypes, ico, icoSizes, pngSizes } from './icons/containers.ts';
import { SetupError } from './runtime/commands.ts';
import { withDisplayAndKeyring } from './runtime/display-and-keyring.ts';
import { electronArguments } from './runtime/electron-arguments.ts';
import { runScript } from './runtime/entry.ts';
import { inProject } from './runtime/paths.ts';
import { prepareRuntime } from './runtime/prepare.ts';

await runScript(async () => {
  const { electron, env } = await prepareRuntime('private');
  const scratch = await mkdtemp(join(tmpdir(), 'organizer-icons-'));
  try {
    const painter = inProject('scripts', 'icons', 'painter.mjs');
    const args = [...electronArguments(), painter, inProject('resources', 'icon.svg'), scratch, pngSizes.join(',')];
    const code = await withDisplayAndKeyring(electron.executable, args, env);
    if (code !== 0) throw new SetupError(`The icons could not be painted (exit code ${code}).`);
    const painted = new Map<number, Buffer>();
    for (const size of pngSizes) painted.set(size, await readFile(join(scratch, `${size}.png`)));
    await save(painted);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return 0;
});

async function save(painted: ReadonlyMap<number, Buffer>): Promise<void> {
  const of = (size: number) => {
    const png = painted.get(size);
    if (png === undefined) throw new SetupError(`No icon of ${size} pixels was painted.`);
    return png;
  };
  mkdirSync(inProject('resources', 'icons'), { recursive: true });
  for (const [size, png] of painted) await writeFile(inProject('resources', 'icons', `${size}x${size}.png`), png);
  await writeFile(inProject('resources', 'icon.png'), of(512));
  await writeFile(inProject('resources', 'icon.ico'), ico(icoSizes.map((size) => ({ size, png: of(size) }))));
  await writeFile(
    inProject('resources', 'icon.icns'),
    icns(icnsTypes.map(({ type, size }) => ({ type, png: of(size) }))),
  );
}
