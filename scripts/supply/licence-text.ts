import { readdir, readFile } from 'node:fs/promises';
import { inProject } from '../runtime/paths.ts';
import type { ShippedPackage } from './shipped.ts';

/**
 * The licence that comes with a package, with its notice where it has one.
 * @throws Error when a package has no text and its licence is one whose text we do not have: then it must not be shipped
 */
export async function licenceText({ name, licence, place }: ShippedPackage): Promise<string> {
  const files = (await readdir(inProject(place)))
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .toSorted();
  const texts = await Promise.all(files.map((file) => readFile(inProject(place, file), 'utf8')));
  if (texts.length > 0) return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (licence === 'MIT') return mitFor(name, place);
  throw new Error(`${name} comes without the text of its licence (${licence ?? 'none named'}).`);
}

/** A few old packages name the MIT licence and carry no file. Ours has the same words under another name. */
async function mitFor(name: string, place: string): Promise<string> {
  const ours = await readFile(inProject('LICENSE'), 'utf8');
  const { author } = JSON.parse(await readFile(inProject(place, 'package.json'), 'utf8')) as { author?: unknown };
  const holder =
    typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? `the authors of ${name}`);
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder.replace(/ *<.*$/, '')}`).trim();
}
