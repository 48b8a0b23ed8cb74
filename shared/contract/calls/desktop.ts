import { z } from 'zod';
import { AboutSchema } from '../about-views.ts';
import { DraftsViewSchema } from '../calendar-views.ts';
import { InspectionSchema, RecoverInputSchema } from '../recovery-views.ts';
import { KeyCheckSchema, WorkspaceStateSchema } from '../views.ts';
import { Done, Id, Nothing } from './parts.ts';

/** What needs the desktop: the Electron main process answers these. */
export const desktopCalls = {
  /** Opens the practice workspace (and its local API) or the real one, in place of the one that is open. */
  openWorkspace: { input: z.strictObject({ mode: z.enum(['practice', 'real']) }), output: WorkspaceStateSchema },
  /** What there is to go back to when the wanted workspace has a damaged database; null when it has not. */
  getRecovery: { input: Nothing, output: InspectionSchema.nullable() },
  /** Replaces that database, keeps it, and opens the workspace. */
  recover: { input: RecoverInputSchema, output: WorkspaceStateSchema },
  /** Shows the system's file dialog. Null when the person closed it. */
  pickCalendarFile: { input: Nothing, output: z.object({ file: Id, name: z.string() }).nullable() },
  /** The calendar that the system opened with the app, once; null when there is none. */
  takeOpenedFile: { input: Nothing, output: z.object({ file: Id, name: z.string() }).nullable() },
  /** Asks where to save something. Null when the person closed the dialog. The window never sees the path. */
  pickSaveTarget: {
    input: z.strictObject({ name: z.string().min(1).max(200), kind: z.enum(['csv', 'ics', 'json', 'any']) }),
    output: z.object({ target: Id, name: z.string() }).nullable(),
  },
  /** The sample season that comes with the app, as if it had been picked. */
  openSampleCalendar: { input: Nothing, output: z.object({ file: Id, name: z.string() }) },
  /** Takes the key from the clipboard, checks it and stores it in the keychain. The window never sees it. */
  pasteKey: { input: Nothing, output: KeyCheckSchema },
  removeKey: { input: Nothing, output: Done },
  getAppInfo: {
    input: Nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      workspaceChosen: z.boolean(),
      /** How the drafts were looked at before; null at the first start. */
      draftsView: DraftsViewSchema.nullable(),
    }),
  },
  /** Remembers how the drafts are looked at, for the next start. */
  keepDraftsView: { input: DraftsViewSchema, output: Done },
  /** Versions, and what the app is made of with the licences. */
  getAbout: { input: Nothing, output: AboutSchema },
} as const;
