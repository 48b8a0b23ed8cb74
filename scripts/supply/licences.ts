/**
 * The licences that whatever we ship may be under: they ask for their text to be passed on, and MPL and the like for
 * nothing of ours. SPDX names. Source: https://spdx.org/licenses/
 */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether an SPDX expression lets us ship a package: one branch of each OR is enough, every part of an AND is needed.
 * What this does not understand (nothing said, exceptions, brackets inside brackets) is not allowed: a person looks.
 * Source: SPDX specification, annex D.
 */
export function isAllowed(expression: string | null): boolean {
  if (expression === null) return false;
  const plain = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]| WITH /.test(plain)) return false;
  // AND binds closer than OR.
  return plain.split(' OR ').some((branch) => branch.split(' AND ').every((name) => allowedLicences.has(name.trim())));
}
