import { z } from 'zod';
import { VisibilitySchema } from '../../feed/visibility.ts';
import { RemoteListSchema, standings } from '../../remote/remote-event.ts';
import { DraftViewSchema } from '../views.ts';
import { Id, Nothing, Page } from './parts.ts';

/** The organizer's events on the platform. */
export const remoteCalls = {
  listRemoteEvents: {
    input: z.strictObject({ standing: z.enum(standings).nullable(), ...Page }),
    output: RemoteListSchema,
  },
  /** Asks the platform for all of them. */
  readRemoteEvents: { input: Nothing, output: Nothing },
  adoptRemoteEvent: {
    input: z.strictObject({ remoteId: Id, draftId: Id.nullable() }),
    output: DraftViewSchema,
  },
  /** Whether visitors can see a published event, by the public feed. */
  checkVisible: { input: z.strictObject({ draftId: Id }), output: VisibilitySchema },
} as const;
