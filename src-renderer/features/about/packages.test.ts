import { expect, test } from 'vitest';
import { matching, versionLines } from './packages.ts';

const packages = [
  { name: 'zod', version: '4.0.0', licence: 'MIT', text: 'words' },
  { name: '@base-ui/react', version: '1.9.0', licence: 'MIT', text: 'words' },
  { name: 'yaml', version: '2.9.1', licence: 'ISC', text: 'words' },
];

test('packages are found by parts of their name or licence, in any case and order', () => {
  expect(matching(packages, '')).toHaveLength(3);
  expect(matching(packages, ' mit  React').map(({ name }) => name)).toEqual(['@base-ui/react']);
  expect(matching(packages, 'isc').map(({ name }) => name)).toEqual(['yaml']);
  expect(matching(packages, 'gpl')).toEqual([]);
});

test('versions are told in lines', () => {
  const versions = { app: '0.1.0', electron: '45.0.0', chromium: '150.0', node: '24.1.0', sqlite: '3.53.0' };
  expect(versionLines({ versions, packages })).toBe(
    'Pinned Organizer 0.1.0\nElectron 45.0.0\nChromium 150.0\nNode 24.1.0\nSQLite 3.53.0',
  );
});
