import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAbout, licencesAsText } from '../supply/about.ts';
import { buildSbom } from '../supply/sbom.ts';

/** Names of the files that go with each package, in its folder of resources. */
export const papers = { sbom: 'sbom.cdx.json', licences: 'third-party-licences.txt' } as const;

/** Where they are written before the package takes them. */
export function paperIn(output: string, paper: keyof typeof papers): string {
  return join(output, 'papers', papers[paper]);
}

/** Writes the bill of materials and the licences of what goes into a package. @throws SetupError, Error */
export async function writePapers(output: string, electronVersion: string): Promise<void> {
  await mkdir(join(output, 'papers'), { recursive: true });
  await writeFile(paperIn(output, 'sbom'), JSON.stringify(await buildSbom(electronVersion), null, 2));
  await writeFile(paperIn(output, 'licences'), licencesAsText(await buildAbout()));
}
