import { z } from 'zod';
import { RecoverInputSchema } from '#shared/contract/recovery-views.ts';
import { ErrorDataSchema } from './envelope.ts';

/** A file that the person picked: the window holds the token, only main and core know the path. */
const PickedFileSchema = z.strictObject({ token: z.string().min(1), path: z.string().min(1) });
export type PickedFile = z.infer<typeof PickedFileSchema>;

/** Which workspace the core is to open, with all that it needs for it. */
export const WorkspaceSpecSchema = z.strictObject({
  dataDir: z.string().min(1),
  /** Null: the real platform. */
  apiUrl: z.string().nullable(),
  keys: z.discriminatedUnion('kind', [
    /** The operating system's keychain. */
    z.strictObject({ kind: z.literal('keychain') }),
    /** This key and no other: practice mode, or an unattended machine. */
    z.strictObject({ kind: z.literal('given'), key: z.string().min(1) }),
  ]),
});
export type WorkspaceSpec = z.infer<typeof WorkspaceSpecSchema>;

/** What the main process asks of the core's process. */
export const CoreRequestSchema = z.discriminatedUnion('kind', [
  /** Open this workspace in place of the one that is open. Answer: its state. On failure the old one stays open. */
  z.strictObject({ kind: z.literal('open'), workspace: WorkspaceSpecSchema, files: z.array(PickedFileSchema) }),
  /** No workspace can be opened: answer every call of the window with this. */
  z.strictObject({ kind: z.literal('refuse'), error: ErrorDataSchema }),
  /** Serve the contract on the port that comes along. */
  z.strictObject({ kind: z.literal('serve') }),
  /** Check this key and store it. Answer: what it can do. */
  z.strictObject({ kind: z.literal('setKey'), key: z.string().min(1) }),
  z.strictObject({ kind: z.literal('removeKey') }),
  z.strictObject({ kind: z.literal('addFile'), file: PickedFileSchema }),
  /** A place that the person picked to save something to. */
  z.strictObject({ kind: z.literal('addTarget'), file: PickedFileSchema }),
  /** Look at a data directory that cannot be opened. Answer: an inspection. */
  z.strictObject({ kind: z.literal('inspect'), dataDir: z.string().min(1) }),
  /** Replace its database by a backup or an empty one, and keep what was there. */
  z.strictObject({ kind: z.literal('recover'), dataDir: z.string().min(1), how: RecoverInputSchema.shape.how }),
  /** Finish what is being sent and close the workspace. */
  z.strictObject({ kind: z.literal('close') }),
]);
export type CoreRequest = z.infer<typeof CoreRequestSchema>;
