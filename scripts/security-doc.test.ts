import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './runtime/paths.ts';

const document = readFileSync(join(projectRoot, 'docs', 'security.md'), 'utf8');
/** A test file, and the title of the test in it where one is named. */
const proofs = [...document.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`(?: “([^”]+)”)?/g)];

test('the list of proofs is read', () => expect(proofs.length).toBeGreaterThan(30));

test.each(proofs.map(([, file = '', title = '']) => [file, title]))('docs/security.md names %s %s', (file, title) => {
  const path = join(projectRoot, file);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(title);
});
