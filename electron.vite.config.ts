import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type * as bundlePlugin from './scripts/supply/bundle-plugin.ts';

const here = import.meta.dirname;

// Loaded where it lies: electron-vite packs this file with all that it imports into another one, and paths go wrong.
const plugins = pathToFileURL(resolve(here, 'scripts/supply/bundle-plugin.ts')).href;
const { onlyKnownPackages, tellAbout } = (await import(plugins)) as typeof bundlePlugin;

// What the oldest Electron that has to run this understands: the fallback of scripts/runtime/fallback-pin.ts. Left to
// itself electron-vite would build for the Electron named in package.json.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    plugins: [onlyKnownPackages(), tellAbout()],
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      sourcemap: true,
      // One entry per process. Packages stay outside and are loaded from node_modules at run time.
      rolldownOptions: {
        input: {
          index: resolve(here, 'src-main/app/entry.ts'),
          'core-process': resolve(here, 'src-main/app/core-process.ts'),
          'practice-process': resolve(here, 'src-main/app/practice-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [onlyKnownPackages()],
    build: {
      outDir: 'out/preload',
      // A sandboxed preload still counts as Node for electron-vite, which refuses a chrome target here.
      target: nodeTarget,
      sourcemap: true,
      // The sandbox loads exactly one CommonJS file, and no packages besides electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), onlyKnownPackages()],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      sourcemap: true,
      rolldownOptions: { input: resolve(here, 'src-renderer/index.html') },
    },
  },
});
