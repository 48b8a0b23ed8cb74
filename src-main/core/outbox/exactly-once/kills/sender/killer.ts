import { Worker } from 'node:worker_threads';
import { type BoundaryName, boundaries } from '../boundaries.ts';
import type { Orders } from './orders.ts';

/** Told each time the process passes a boundary. */
export type Pass = (boundary: BoundaryName) => void;

/** Kills this very process, as nothing can prevent or notice, at the passing that its orders name. */
export async function createKiller({ death }: Pick<Orders, 'death'>, sayDying: () => void): Promise<Pass> {
  if (death === null) return () => {};
  const { boundary, passing, lagMs } = death;
  const strike = boundaries[boundary].blow === 'thread' ? await strikeFromThread(lagMs) : strikeNow;
  let passed = 0;
  return (name) => {
    if (name !== boundary) return;
    passed += 1;
    if (passed !== passing) return;
    sayDying();
    strike();
  };
}

function strikeNow(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** The main thread may be deep inside SQLite or the kernel then; a thread of its own is not held up by that. */
const THREAD = /* js */ `
  const { workerData: { cell, lagMs } } = require('node:worker_threads');
  Atomics.wait(cell, 0, 0);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lagMs);
  process.kill(process.pid, 'SIGKILL');
`;

async function strikeFromThread(lagMs: number): Promise<() => void> {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(THREAD, { eval: true, workerData: { cell, lagMs } });
  await new Promise((resolve) => thread.once('online', resolve));
  thread.unref();
  return () => {
    Atomics.store(cell, 0, 1);
    Atomics.notify(cell, 0);
  };
}
