import type { Plugin } from 'vite';
import { buildAbout } from './about.ts';
import { packageOf, shippedPackages } from './shipped.ts';

/** Writes `about.json`, the packages the app is made of with their licences, beside the main process's code. */
export function tellAbout(): Plugin {
  return {
    name: 'organizer:about',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'about.json', source: JSON.stringify(await buildAbout()) });
    },
  };
}

/** Fails a build into which a package went that the list of shipped packages, and so the licences, do not name. */
export function onlyKnownPackages(): Plugin {
  return {
    name: 'organizer:only-known-packages',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const known = new Set((await shippedPackages()).map(({ place }) => place));
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const id of chunks.flatMap((chunk) => Object.keys(chunk.modules))) {
        const place = placeIn(id);
        if (place !== null && !known.has(place))
          this.error(`${place} is in the bundle and not among the packages that are shipped.`);
      }
    },
  };
}

/** `node_modules/a/node_modules/b` of the path of a module; null for our own. */
export function placeIn(id: string): string | null {
  const [, inside] = /[\\/](node_modules[\\/].*)$/.exec(id.split('?')[0] ?? '') ?? [];
  if (inside === undefined) return null;
  const parts = inside.replaceAll('\\', '/').split('node_modules/').slice(1);
  return parts.map((part) => `node_modules/${packageOf(part.replace(/\/$/, ''))}`).join('/');
}
