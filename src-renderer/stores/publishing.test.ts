import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallInput } from '#shared/contract/contract.ts';
import { askToPublish, leaveOut, takeBackIn, usePublishing } from './publishing.ts';

const drafts = [
  { id: 'ready-1', status: 'ready' },
  { id: 'ready-2', status: 'ready' },
  { id: 'incomplete', status: 'incomplete' },
  { id: 'refused', status: 'rejected' },
];

beforeEach(() => {
  const listDrafts = async ({ status, limit, offset }: CallInput<'listDrafts'>) => {
    const items = drafts.filter((draft) => status === null || draft.status === status);
    return { ok: true, value: { total: items.length, items: items.slice(offset, offset + limit) } };
  };
  vi.stubGlobal('window', { organizer: { listDrafts } });
});
afterEach(() => vi.unstubAllGlobals());

const asked = () => usePublishing.getState().asked;

it('leaves drafts out of “all” without letting in what was refused, and takes them back in', async () => {
  await askToPublish({ kind: 'all' });
  await leaveOut(['ready-2']);
  expect(asked()?.selection).toEqual({ kind: 'drafts', draftIds: ['ready-1', 'incomplete'] });
  expect(asked()?.leftOut.size).toBe(1);
  takeBackIn();
  expect(asked()).toEqual({ meant: { kind: 'all' }, selection: { kind: 'all' }, leftOut: new Set() });
});

it('leaves out more and more, always from what was meant', async () => {
  await askToPublish({ kind: 'drafts', draftIds: ['ready-1', 'ready-2', 'refused'] });
  await leaveOut(['ready-2']);
  await leaveOut(['ready-1']);
  // Whoever names a refused draft means it.
  expect(asked()?.selection).toEqual({ kind: 'drafts', draftIds: ['refused'] });
  expect(asked()?.leftOut).toEqual(new Set(['ready-1', 'ready-2']));
});

it('changes nothing once the dialog is closed', async () => {
  await askToPublish({ kind: 'all' });
  const leaving = leaveOut(['ready-1']);
  usePublishing.setState({ asked: null });
  await leaving;
  expect(asked()).toBeNull();
});
