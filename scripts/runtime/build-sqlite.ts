import { existsSync, realpathSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture, findOnPath, SetupError } from './commands.ts';
import { inProject } from './paths.ts';

/**
 * Builds better-sqlite3 from its own source, for runtimes whose Node-API is older than 10.
 *
 * @param scratch where to work; the sources are copied, so that the installed package stays as it is
 * @returns the path of the built addon below `scratch/work`
 */
export async function buildSqlite(scratch: string): Promise<string> {
  const work = join(scratch, 'work', 'node_modules');
  // Side by side, so that the sources find their header package the way they always do.
  for (const name of ['better-sqlite3', 'node-addon-api']) {
    const source = inProject('node_modules', name);
    const left = [join(source, 'build'), join(source, 'prebuilds')];
    await cp(source, join(work, name), { recursive: true, filter: (path) => !left.includes(path) });
  }
  const sources = join(work, 'better-sqlite3');
  await lowerNodeApi(join(sources, 'binding.gyp'));
  const headers = nodeHeaders();
  const args = [nodeGyp(), 'rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${headers}`];
  const result = await capture(process.execPath, args, { cwd: sources });
  const built = join(sources, 'build', 'Release', 'better_sqlite3.node');
  if (result.code !== 0 || !existsSync(built)) {
    throw new SetupError(`better-sqlite3 could not be built:\n${lastLines(result.stdout + result.stderr, 30)}`);
  }
  return built;
}

/** Opens a database with the built addon inside the runtime. Throws when that fails: a build that links may still crash. */
export async function proveSqlite(runtime: string, addon: string): Promise<void> {
  const script = `
    const Database = require(${JSON.stringify(inProject('node_modules', 'better-sqlite3'))});
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(addon)} });
    process.stdout.write(database.prepare('select 6 * 7 as answer').get().answer + '');
  `;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await capture(runtime, ['-e', script], { env });
  if (result.code !== 0 || result.stdout !== '42') {
    throw new SetupError(`The built better-sqlite3 does not load in ${runtime}:\n${result.stderr.trim()}`);
  }
}

/**
 * The sources ask for Node-API 10 because of finalizers that must not wait for the garbage collector's end. Older
 * runtimes have that as an experimental feature under these two names; asking for version 9 builds, but aborts at load.
 */
async function lowerNodeApi(bindingFile: string): Promise<void> {
  const text = await readFile(bindingFile, 'utf8');
  const lowered = text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
  if (lowered === text) throw new SetupError('This better-sqlite3 declares its Node-API version in an unknown way.');
  await writeFile(bindingFile, lowered);
}

/** npm carries the node-gyp that belongs to it. */
function nodeGyp(): string {
  const script = join(npmDirectory(), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  if (!existsSync(script)) throw new SetupError(`npm’s node-gyp is not at ${script}. Reinstall npm, then start again.`);
  return script;
}

/** The npm that runs this script, or else the one on the path. Both name `bin/npm-cli.js` inside npm's folder. */
function npmDirectory(): string {
  const running = process.env.npm_execpath;
  const script = running?.endsWith('npm-cli.js') ? running : findOnPath('npm');
  if (!script) throw new SetupError('npm is not on the path. Install it, then start again.');
  return dirname(dirname(realpathSync(script)));
}

/** A folder with `include/node`. Node's headers are downloaded by nobody here: they come with Node's own packages. */
function nodeHeaders(): string {
  // npm sits in PREFIX/lib/node_modules/npm, and a Node unpacked or built by hand has its headers in PREFIX/include.
  const prefix = dirname(dirname(dirname(npmDirectory())));
  const candidates = [process.env.npm_config_nodedir, '/usr', '/usr/local', prefix];
  const found = candidates.find((path) => path && existsSync(join(path, 'include', 'node', 'node_api.h')));
  if (found) return found;
  throw new SetupError(
    'Building better-sqlite3 needs Node’s header files (include/node/node_api.h), and this machine has none.\n' +
      'Install them (on Debian and Ubuntu: sudo apt-get install -y libnode-dev), or name a folder that has them in npm_config_nodedir.',
  );
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
