import { OrganizerError } from '#shared/errors.ts';
import { whyNothingWouldPass } from '#shared/platform/breaking.ts';
import type { Capabilities, ContractChange, ContractView, DeprecationNotice } from '#shared/platform/capabilities.ts';
import { diffCapabilities } from '#shared/platform/changes.ts';
import { documentedCapabilities } from '#shared/platform/documented.ts';
import { type UnsentField, unsentExtraFields } from '#shared/publishing/extra-fields.ts';
import { type Db, write } from '../db/database.ts';
import { releaseAllChannels } from '../outbox/attempt/finish.ts';
import type { Clock, Fetch } from '../ports.ts';
import { boundPlatform, foreignPlatform, refuseOtherPlatform } from '../workspace/platform.ts';
import { capabilitiesOf } from './capabilities-of.ts';
import { own, readContractDocument } from './contract-document.ts';
import { fetchDocument } from './fetch-document.ts';
import {
  isStoppedByContract,
  overruleStop,
  readNotices,
  readStop,
  readStored,
  readTimes,
  storeDocument,
  storeNotice,
  storeSeen,
  storeTrouble,
} from './store.ts';

/** How often the document is asked for, in ms. */
const EVERY_MS = 24 * 60 * 60 * 1_000;

/** How soon after an attempt that gave nothing, and while what it says holds the lane, in ms. */
const AGAIN_MS = 60 * 60 * 1_000;

/** After a refusal it is asked for when what is known is older than this, in ms. */
const AFTER_REFUSAL_MS = 60 * 1_000;

type Parts = { db: Db; fetch: Fetch; clock: Clock; apiUrl: string; onChanged: () => void };

export type PlatformContract = {
  view(): ContractView;
  unsent(): UnsentField[];
  /**
   * Asks the platform, when it is due or `now`. Trouble is part of the view and never thrown.
   * @throws OrganizerError `wrong_platform`, only for `now`.
   */
  refresh(when: 'now' | 'ifDue'): Promise<void>;
  /** Keeps what an answer's headers said. Never throws: the answer itself matters more. */
  note(notice: DeprecationNotice): void;
  /**
   * To be called when an event was refused: the document may have changed since it was read, and then the next ones
   * would be refused as well. Never throws.
   */
  afterRefusal(): Promise<void>;
  /** A person has seen what changed. */
  noteSeen(): void;
  /** A person wants to send in spite of what the document says now. */
  overrule(): void;
  /** Ends a request under way. */
  stop(): Promise<void>;
};

/** The platform's own description of itself: asked for, kept, and read. One request at a time. */
export function createPlatformContract({ db, fetch, clock, apiUrl, onChanged }: Parts): PlatformContract {
  const stopped = new AbortController();
  let underWay: Promise<void> | null = null;
  // The present document and the one that was seen.
  let recent: { document: string; read: Understood | null }[] = [];

  const understood = (document: string | null): Understood | null => {
    if (document === null) return null;
    const known = recent.find((one) => one.document === document) ?? { document, read: understand(document) };
    recent = [known, ...recent.filter((one) => one !== known)].slice(0, 2);
    return known.read;
  };

  const isDue = () => {
    const times = readTimes(db);
    if (times === null) return true;
    const soon = times.trouble !== null || isStoppedByContract(db);
    return Math.abs(clock.now() - times.tried_at) > (soon ? AGAIN_MS : EVERY_MS);
  };

  const ask = async () => {
    const stored = readStored(db);
    const known = { etag: stored?.etag ?? null, lastModified: stored?.last_modified ?? null };
    const answer = await fetchDocument({ fetch, apiUrl }, known, stopped.signal);
    if (stopped.signal.aborted) return;
    write(db, () => {
      if (answer.kind === 'trouble') return storeTrouble(db, answer.why, clock.now());
      const document = answer.kind === 'document' ? answer.text : (stored?.document ?? '');
      const validators = answer.kind === 'document' ? answer : known;
      const readable = readContractDocument(document);
      if (!readable.readable) return storeTrouble(db, readable.why, clock.now());
      // Worked out again also for an unchanged document: a newer version of the app may see more in it.
      const capabilities = capabilitiesOf(readable.root);
      const fields = capabilities.fields.filter(({ source }) => source === 'document');
      const wasStopped = readStop(db) !== null;
      const stop = whyNothingWouldPass(capabilities);
      const { etag, lastModified } = validators;
      storeDocument(db, { document, fields, stop, etag, lastModified }, clock.now());
      // A route that was gone may have looked like a channel that is closed.
      if (wasStopped && stop.length === 0) releaseAllChannels(db);
    });
    onChanged();
  };

  /** Waits for the request under way, or makes one. */
  const join = async () => {
    underWay ??= ask()
      .catch(passOver)
      .finally(() => {
        underWay = null;
      });
    await underWay;
  };

  const unsent = () => {
    const read = understood(readStored(db)?.document ?? null);
    return unsentExtraFields(read?.capabilities ?? documentedCapabilities, read !== null);
  };

  return {
    unsent,
    view: () => {
      const stored = readStored(db);
      const read = understood(stored?.document ?? null);
      return {
        capabilities: read?.capabilities ?? documentedCapabilities,
        version: read?.version ?? null,
        readAt: stored?.read_at ?? null,
        trouble: stored?.trouble ?? null,
        notices: readNotices(db),
        changes: changesSince(understood(stored?.seen_document ?? null), read),
        stop: readStop(db),
        unsent: unsent(),
      };
    },
    async refresh(when) {
      // Before the first contact nothing ties the workspace to this address; a foreign one is never asked.
      if (boundPlatform(db) === null || stopped.signal.aborted) return;
      if (when === 'now') refuseOtherPlatform(db, apiUrl);
      else if (foreignPlatform(db, apiUrl) !== null || (underWay === null && !isDue())) return;
      await join();
    },
    async afterRefusal() {
      const times = readTimes(db);
      if (times !== null && Math.abs(clock.now() - times.tried_at) <= AFTER_REFUSAL_MS) return;
      if (boundPlatform(db) === null || foreignPlatform(db, apiUrl) !== null || stopped.signal.aborted) return;
      await join();
    },
    noteSeen: () => {
      write(db, () => storeSeen(db));
      onChanged();
    },
    overrule: () => {
      write(db, () => overruleStop(db));
      onChanged();
    },
    note(notice) {
      try {
        if (storeNotice(db, notice)) onChanged();
      } catch {
        // A full disk stops sending by itself, with its own words.
      }
    },
    async stop() {
      stopped.abort();
      await underWay;
    },
  };
}

/** A disk that takes nothing says so by itself, and what was known stays in force. */
function passOver(thrown: unknown): void {
  if (!(thrown instanceof OrganizerError)) throw thrown;
}

function changesSince(seen: Understood | null, now: Understood | null): ContractChange[] {
  return seen === null || now === null ? [] : diffCapabilities(seen.capabilities, now.capabilities);
}

type Understood = { capabilities: Capabilities; version: string | null };

function understand(document: string): Understood | null {
  const read = readContractDocument(document);
  if (!read.readable) return null;
  const version = own(own(read.root, 'info'), 'version');
  return { capabilities: capabilitiesOf(read.root), version: typeof version === 'string' ? version : null };
}
