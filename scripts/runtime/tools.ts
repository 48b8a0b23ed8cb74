import { inProject } from './paths.ts';

const scripts = {
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  'electron-vite': ['electron-vite', 'bin', 'electron-vite.js'],
  playwright: ['@playwright', 'test', 'cli.js'],
  tsc: ['typescript', 'bin', 'tsc'],
  vitest: ['vitest', 'vitest.mjs'],
} as const;

/**
 * The script of an installed tool, to be run with the Node at hand. The commands in `node_modules/.bin` are shell files
 * on Windows, which cannot be started without a shell.
 */
export function tool(name: keyof typeof scripts): string {
  return inProject('node_modules', ...scripts[name]);
}
