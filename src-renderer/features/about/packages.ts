import type { About } from '#shared/contract/about-views.ts';
import { t } from '../../texts/index.ts';

/** The packages whose name or licence contains every word of the search; all of them for an empty one. */
export function matching(packages: About['packages'], search: string): About['packages'] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return packages.filter(({ name, licence }) => {
    const text = `${name} ${licence}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** One line for each version, as one sends it with a question. */
export function versionLines({ versions }: About): string {
  const names = Object.keys(t.about.version) as (keyof typeof versions)[];
  return names.map((name) => `${t.about.version[name]} ${versions[name]}`).join('\n');
}
