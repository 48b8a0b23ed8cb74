import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

// What the oldest Electron that has to run this understands: the fallback of scripts/runtime/fallback-pin.ts. Left to
// itself electron-vite would build for the Electron named in package.json.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
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
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      sourcemap: true,
      rolldownOptions: { input: resolve(here, 'src-renderer/index.html') },
    },
  },
});
