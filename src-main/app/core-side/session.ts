import type { Organizer } from '#core/organizer.ts';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { type ErrorData, OrganizerError } from '#shared/errors.ts';
import type { WorkspaceSpec } from '../links/core-link.ts';

/** The one workspace that is open in this process. */
export type Session = {
  /** Opens this workspace, then closes the one that was open. When it cannot, the old one stays. @throws OrganizerError */
  open(spec: WorkspaceSpec): Promise<WorkspaceState>;
  refuse(error: ErrorData): void;
  /** The open workspace. One that could not be opened is tried again. @throws OrganizerError */
  organizer(): Promise<Organizer>;
  close(): Promise<void>;
};

type Options = {
  build: (spec: WorkspaceSpec) => Promise<Organizer>;
  /** This workspace is open from now on, in place of another one or as the first. */
  onOpened: (organizer: Organizer, inPlaceOfAnother: boolean) => void;
  log: (line: string) => void;
  now?: () => number;
};

/** A full disk or a missing drive may be put right while the window is open, but not many times a second. */
const TRY_AGAIN_AFTER_MS = 2_000;

const notOpen: ErrorData = { code: 'not_allowed', message: 'No workspace is open yet.' };

export function createSession({ build, onOpened, log, now = Date.now }: Options): Session {
  let current: Organizer | null = null;
  let refusal: ErrorData = notOpen;
  /** The workspace that is wanted and could not be opened, and when that was last tried. */
  let wanted: { spec: WorkspaceSpec; triedAt: number } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function openNow(spec: WorkspaceSpec): Promise<Organizer> {
    let organizer: Organizer;
    try {
      organizer = await build(spec);
    } catch (thrown) {
      if (current === null) wanted = { spec, triedAt: now() };
      throw thrown;
    }
    const before = current;
    current = organizer;
    wanted = null;
    onOpened(organizer, before !== null);
    organizer.startSending();
    await before?.close().catch((thrown: unknown) => log(`the workspace before did not close: ${String(thrown)}`));
    return organizer;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    open: (spec) => inTurn(async () => (await openNow(spec)).state()),
    refuse(error) {
      if (current === null) refusal = error;
    },
    async organizer() {
      if (current !== null) return current;
      return inTurn(async () => {
        if (current !== null) return current;
        if (wanted === null || now() - wanted.triedAt < TRY_AGAIN_AFTER_MS) {
          throw new OrganizerError(refusal.code, refusal.message);
        }
        return openNow(wanted.spec);
      });
    },
    close: () =>
      inTurn(async () => {
        const closing = current;
        current = null;
        wanted = null;
        await closing?.close();
      }),
  };
}
