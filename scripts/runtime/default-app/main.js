// The app inside the fallback Electron: it opens the app folder (or script) named on the command line, as Electron's
// own default app does. An ES module that awaits the app's code: Electron holds back its `ready` event until then, so
// an app may still call what is only allowed before it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const request = parse(process.argv.slice(1));

if (request.version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (request.target === undefined) fail('Usage: electron [options] FOLDER');

process.defaultApp = true;
// Test drivers hook themselves in with -r before the app runs.
const require = createRequire(import.meta.url);
for (const module of request.modules) require(module);
await open(resolve(request.target));

function parse(args) {
  const modules = [];
  let version = false;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') modules.push(args[++index]);
    else if (argument === '-v' || argument === '--version') version = true;
    else if (!argument.startsWith('-')) return { modules, version, target: argument };
  }
  return { modules, version, target: undefined };
}

async function open(path) {
  if (!existsSync(path)) fail(`There is no app at ${path}`);
  const main = statSync(path).isDirectory() ? adoptFolder(path) : path;
  if (main === path) app.setAppPath(dirname(path));
  try {
    // import() loads both CommonJS and ES modules.
    await import(pathToFileURL(main).href);
  } catch (error) {
    fail(`The app at ${path} did not start:\n${error?.stack ?? error}`);
  }
}

/** Takes on the name, version and user data folder that the app's package.json asks for; returns its entry file. */
function adoptFolder(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  if (manifest.version) app.setVersion(manifest.version);
  const name = manifest.productName ?? manifest.name;
  if (name) {
    app.setName(name);
    app.setPath('userData', join(app.getPath('appData'), name));
  }
  return join(folder, manifest.main ?? 'index.js');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
