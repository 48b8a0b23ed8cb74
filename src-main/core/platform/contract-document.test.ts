import { expect, it } from 'vitest';
import { type DocumentNode, follow, LONGEST_DOCUMENT_BYTES, own, readContractDocument } from './contract-document.ts';

function rootOf(text: string): DocumentNode {
  const document = readContractDocument(text);
  if (!document.readable) throw new Error(document.why);
  return document.root;
}

it('follows references through escaped and encoded names', () => {
  const root = rootOf(
    "openapi: 3.1.0\na: {$ref: '#/paths/~1events~1%7Bid%7D'}\nb: {$ref: '#/a'}\npaths: {'/events/{id}': {x: 1}}\n",
  );
  expect(follow(root, own(root, 'b'))).toEqual({ x: 1 });
});

it.each([
  ['a circle', "{$ref: '#/a'}"],
  ['another file', "{$ref: 'https://example.org/other.yaml#/a'}"],
  ['nothing there', "{$ref: '#/none/at/all'}"],
  ['an inherited property', "{$ref: '#/constructor/prototype'}"],
  ['a broken escape', "{$ref: '#/%E0%A4%A'}"],
  ['no text', '{$ref: 7}'],
])('a reference to %s leads nowhere', (_, value) => {
  const root = rootOf(`openapi: 3.0.3\na: ${value}\n`);
  expect(follow(root, own(root, 'a'))).toBeUndefined();
});

it('a key named __proto__ is a key like any other', () => {
  const root = rootOf('openapi: 3.1.0\n__proto__: {stranger: true}\n');
  expect(own(root, 'stranger')).toBeUndefined();
  expect((root as { stranger?: unknown }).stranger).toBeUndefined();
  expect(own(root, '__proto__')).toEqual({ stranger: true });
});

it('aliases that multiply are refused', () => {
  const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);
  const text = `openapi: 3.1.0\nl0: &l0 [x]\n${levels.join('\n')}\n`;
  expect(readContractDocument(text)).toEqual({ readable: false, why: 'it is not valid YAML' });
});

it.each([
  ['a page of HTML', '<!doctype html><title>Sorry</title>', 'it is not an OpenAPI 3 document'],
  ['nothing', '', 'it is not an OpenAPI 3 document'],
  ['version 2', "swagger: '2.0'\n", 'it is not an OpenAPI 3 document'],
  ['broken YAML', 'openapi: [', 'it is not valid YAML'],
  ['too much', `openapi: 3.1.0\nx: ${'é'.repeat(LONGEST_DOCUMENT_BYTES / 2)}\n`, 'it is longer than 2 MB'],
])('%s is said to be unreadable', (_, text, why) => {
  expect(readContractDocument(text)).toEqual({ readable: false, why });
});
