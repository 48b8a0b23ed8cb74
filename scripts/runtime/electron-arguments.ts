import { statfsSync } from 'node:fs';

const roomySharedMemoryBytes = 256 * 1024 * 1024;

/**
 * The switches Electron needs on this machine, in front of the app's own arguments. As root Chromium refuses to start
 * with its sandbox, so it goes without; for everybody else the sandbox stays.
 */
export function electronArguments(platform: NodeJS.Platform = process.platform, userId = process.getuid?.()): string[] {
  if (platform !== 'linux') return [];
  const args: string[] = [];
  if (userId === 0) args.push('--no-sandbox');
  // Containers often give /dev/shm 64 MB only; Chromium dies there in the middle of painting.
  if (sharedMemoryBytes() < roomySharedMemoryBytes) args.push('--disable-dev-shm-usage');
  return args;
}

function sharedMemoryBytes(): number {
  try {
    const info = statfsSync('/dev/shm');
    return info.bsize * info.blocks;
  } catch {
    return 0;
  }
}
