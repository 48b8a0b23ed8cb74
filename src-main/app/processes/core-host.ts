import type { MessagePortMain } from 'electron';
import { z } from 'zod';
import { type HowToRecover, type Inspection, InspectionSchema } from '#shared/contract/recovery-views.ts';
import { type KeyCheck, KeyCheckSchema, type WorkspaceState, WorkspaceStateSchema } from '#shared/contract/views.ts';
import type { ErrorData } from '#shared/errors.ts';
import type { CoreRequest, PickedFile, WorkspaceSpec } from '../links/core-link.ts';
import { unwrap } from './ask-typed.ts';
import type { Service } from './supervisor.ts';

/** The core as the main process sees it. Every call may throw OrganizerError. */
export type CoreHost = {
  open(workspace: WorkspaceSpec, files: PickedFile[]): Promise<WorkspaceState>;
  /** Answers every call of the window with this error, until a workspace is opened. */
  refuse(error: ErrorData): Promise<void>;
  /** Hands the core its end of a channel to the window. */
  serve(port: MessagePortMain): Promise<void>;
  inspect(dataDir: string): Promise<Inspection>;
  recover(dataDir: string, how: HowToRecover): Promise<void>;
  setKey(key: string): Promise<KeyCheck>;
  removeKey(): Promise<void>;
  addFile(file: PickedFile): Promise<void>;
  /** A place to save something to. */
  addTarget(file: PickedFile): Promise<void>;
};

const nothing = z.unknown();

export function createCoreHost(service: Service<CoreRequest>): CoreHost {
  return {
    open: async (workspace, files) =>
      unwrap(await service.ask({ kind: 'open', workspace, files }), WorkspaceStateSchema),
    refuse: async (error) => void unwrap(await service.ask({ kind: 'refuse', error }), nothing),
    serve: async (port) => void unwrap(await service.ask({ kind: 'serve' }, [port]), nothing),
    inspect: async (dataDir) => unwrap(await service.ask({ kind: 'inspect', dataDir }), InspectionSchema),
    recover: async (dataDir, how) => void unwrap(await service.ask({ kind: 'recover', dataDir, how }), nothing),
    setKey: async (key) => unwrap(await service.ask({ kind: 'setKey', key }), KeyCheckSchema),
    removeKey: async () => void unwrap(await service.ask({ kind: 'removeKey' }), nothing),
    addFile: async (file) => void unwrap(await service.ask({ kind: 'addFile', file }), nothing),
    addTarget: async (file) => void unwrap(await service.ask({ kind: 'addTarget', file }), nothing),
  };
}
