import type { Finding } from '#shared/doctor/report.ts';

/** What one step found. */
export type Found = Omit<Finding, 'step'>;

export const ok = (found: string): Found => ({ state: 'ok', found, todo: null });
export const warn = (found: string, todo: string): Found => ({ state: 'warn', found, todo });
export const bad = (found: string, todo: string): Found => ({ state: 'bad', found, todo });
export const skipped = (found: string): Found => ({ state: 'skipped', found, todo: null });

/** “1 event”, “2 events”. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
