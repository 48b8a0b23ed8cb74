import { capture, SetupError } from '../runtime/commands.ts';
import { projectRoot } from '../runtime/paths.ts';
import { sqliteVersion } from './about.ts';
import { shippedPackages } from './shipped.ts';

type Component = { 'bom-ref': string; name: string; version: string; properties?: { name: string; value: string }[] };

/** The part of a CycloneDX 1.5 document that is worked on here. Source: https://cyclonedx.org/docs/1.5/json/ */
export type Sbom = {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { name: string; 'bom-ref': string } };
  components: (Component & Record<string, unknown>)[];
  dependencies: { ref: string; dependsOn?: string[] }[];
};

/**
 * The bill of materials of a package, in CycloneDX: npm makes it from the lockfile, what only serves building and
 * testing is taken out, and the Electron and the SQLite that are really inside are put in.
 * @param electron version of the packaged Electron
 */
export async function buildSbom(electron: string): Promise<Sbom> {
  const whole = await npmSbom();
  const shipped = new Set((await shippedPackages()).map(({ name, version }) => `${name}@${version}`));
  const sqlite = await sqliteVersion();
  const kept = whole.components.filter((component) => shipped.has(component['bom-ref'])).map(asShipped);
  const components = [...kept, electronComponent(electron), sqliteComponent(sqlite)];
  const refs = new Set(components.map((component) => component['bom-ref']));
  const own = whole.metadata.component['bom-ref'];
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref) || ref === own)
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  // npm takes the name of the folder.
  whole.metadata.component.name = 'pinned-organizer';
  return { ...whole, components, dependencies };
}

/**
 * What the bundler builds in is no run-time dependency for npm, but is shipped like the rest. An aliased package goes by
 * the name it was published under, which is the one that its reference has.
 */
function asShipped(component: Component & Record<string, unknown>) {
  const properties = component.properties?.filter(({ name }) => name !== 'cdx:npm:package:development') ?? [];
  const name = component['bom-ref'].slice(0, -`@${component.version}`.length);
  return { ...component, name, scope: 'required', properties };
}

function electronComponent(version: string) {
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    scope: 'required',
    purl: `pkg:npm/electron@${version}`,
    description: 'With its Chromium and Node; their licences are in LICENSES.chromium.html',
    licenses: [{ license: { id: 'MIT' } }],
  };
}

function sqliteComponent(version: string) {
  return {
    'bom-ref': `sqlite@${version}`,
    type: 'library',
    name: 'sqlite',
    version,
    scope: 'required',
    purl: `pkg:generic/sqlite@${version}`,
    cpe: `cpe:2.3:a:sqlite:sqlite:${version}:*:*:*:*:*:*:*`,
    description: 'Compiled into better-sqlite3',
    licenses: [{ license: { id: 'blessing' } }],
  };
}

async function npmSbom(): Promise<Sbom> {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  // Under npm the running npm is named; elsewhere the one on the path serves.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command = 'npm', ...first] = npm;
  const { code, stdout, stderr } = await capture(command, [...first, ...args], { cwd: projectRoot });
  if (code !== 0) throw new SetupError(`npm could not list what the packages are made of:\n${stderr.trim()}`);
  return JSON.parse(stdout) as Sbom;
}
