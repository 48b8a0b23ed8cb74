import type { workspaceCalls } from '#shared/contract/calls/workspace.ts';
import type { HandlersOf } from './types.ts';

export const workspaceHandlers: HandlersOf<typeof workspaceCalls> = {
  getState: ({ organizer }) => organizer.state(),
  getCatalog: ({ organizer }) => organizer.catalog(),
  refreshCatalog: ({ organizer }) => organizer.refreshCatalog(),
  getContract: ({ organizer }) => organizer.contract(),
  refreshContract: ({ organizer }) => organizer.refreshContract('now'),
  noteContractSeen: ({ organizer }) => organizer.noteContractSeen(),
  sendDespiteContract: ({ organizer }) => organizer.sendDespiteContract(),
  runDoctor: ({ organizer }) => organizer.doctor(),
  checkKey: ({ organizer }) => organizer.keys.check(),
};
