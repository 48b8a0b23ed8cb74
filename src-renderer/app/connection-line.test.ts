import { describe, expect, it } from 'vitest';
import type { WorkspaceState } from '#shared/contract/views.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { connectionLine } from './connection-line.ts';

const none = { queued: 0, sending: 0, delivered: 0, rejected: 0, needsReview: 0, cancelled: 0 };
const lane = (condition: Lane['condition']): Lane => ({ condition, reason: null, message: null, resumesAt: null });
const state = (change: Partial<WorkspaceState>): WorkspaceState => ({
  mode: 'real',
  apiUrl: 'https://pinned.events',
  hasKey: true,
  defaultTimeZone: 'Europe/Berlin',
  drafts: 0,
  operations: none,
  asking: 0,
  lane: lane('open'),
  storage: { condition: 'ok', message: null },
  ...change,
});

describe('connectionLine', () => {
  it('is online only with a network and a key', () => {
    expect(connectionLine(state({}), true).words).toBe('Online');
    expect(connectionLine(state({}), false).words).toBe('Offline');
    expect(connectionLine(state({ hasKey: false }), true).words).toBe('No key yet');
  });

  it('needs no network to practise', () => {
    const practice = state({ mode: 'practice', apiUrl: 'http://127.0.0.1:4000' });
    expect(connectionLine(practice, false).words).toBe('Practice server running');
  });

  it('knows a practice workspace by its address before the first contact', () => {
    expect(connectionLine(state({ mode: 'new', apiUrl: 'http://127.0.0.1:4000' }), false).tone).toBe('good');
  });

  it('says when a person is needed', () => {
    expect(connectionLine(state({ lane: lane('blocked') }), true).words).toBe('Sending needs you');
    expect(connectionLine(state({ lane: lane('pausedByPerson') }), true).words).toBe('Sending paused by you');
  });
});
