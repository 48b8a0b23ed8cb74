import { OrganizerError } from '#shared/errors.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { createApiClient } from './api/client.ts';
import { readCatalog, refreshCatalog, storeChannels } from './catalog/catalog.ts';
import { createChanges } from './changes.ts';
import { write } from './db/database.ts';
import { openDatabase } from './db/open.ts';
import { deleteDrafts, restoreDrafts, saveDraft } from './drafts/edit.ts';
import { getDraftRow, selectDrafts } from './drafts/rows.ts';
import { countDrafts, listDrafts, viewDraft } from './drafts/view.ts';
import { listImports } from './imports/history.ts';
import { createImports } from './imports/service.ts';
import { undoImport } from './imports/undo.ts';
import type { Organizer, OrganizerOptions } from './organizer.ts';
import { dropOperation, resolveOperation, retryOperation } from './outbox/decide.ts';
import { enqueueDrafts } from './outbox/enqueue.ts';
import { readLane, setPausedByPerson, unblock } from './outbox/lane.ts';
import { countOperations } from './outbox/rows.ts';
import { createSending } from './outbox/sending.ts';
import { listOperations, viewOperation } from './outbox/view.ts';
import { checkKey, cleanKey } from './workspace/keys.ts';
import { bindPlatform, boundPlatform, foreignPlatform } from './workspace/platform.ts';
import { workspaceId } from './workspace/settings.ts';

export const DEFAULT_API_URL = 'https://pinned.events';

/**
 * Opens a workspace: the one way in for the app, the command line and the tests.
 * @throws OrganizerError `data_dir_unusable`, `database_too_new` or `database_damaged`.
 */
export async function createOrganizer(options: OrganizerOptions): Promise<Organizer> {
  const { clock, random, secrets } = options;
  const apiUrl = options.apiUrl ?? DEFAULT_API_URL;
  const timeZone = isTimeZone(options.systemTimeZone) ? options.systemTimeZone : 'UTC';
  const db = openDatabase(options.dataDir);
  const parts = { db, random, workspaceId: workspaceId(db, random) };
  const account = `workspace-${parts.workspaceId}`;
  const api = createApiClient({ fetch: options.fetch, clock, apiUrl });
  const changes = createChanges();
  const imports = createImports(parts, timeZone);

  /** Every contact with the platform passes here, so a workspace never meets a platform that is not its own. */
  const contact = async () => {
    bindPlatform(db, apiUrl);
    const key = await secrets.get(account);
    if (key === null) throw new OrganizerError('no_key', 'There is no API key yet. Add one first.');
    return { api, key };
  };

  const check = async (key: string) => {
    const result = await checkKey(api, key);
    write(db, () => {
      unblock(db);
      if (result.scopes.includes('channels:read')) storeChannels(db, result.channels);
    });
    changes.announce('state', 'catalog', 'outbox');
    return result;
  };

  const lane = (): Lane => foreignPlatform(db, apiUrl) ?? readLane(db, clock.now());

  const sending = createSending(
    {
      db,
      api,
      clock,
      random,
      owner: `pid-${process.pid}`,
      key: async () => {
        bindPlatform(db, apiUrl);
        return secrets.get(account);
      },
    },
    {
      onMoved: () => changes.announce('state', 'outbox', 'drafts'),
      onError: (thrown) => options.log?.(`sending: ${thrown instanceof Error ? thrown.message : 'unknown error'}`),
      beforeDrain: async () => {
        const { condition, reason } = lane();
        if (condition === 'blocked' && reason !== 'no_key') await check((await contact()).key);
      },
    },
  );

  const afterChange = <T>(result: T): T => {
    changes.announce('state', 'drafts', 'outbox');
    sending.nudge();
    return result;
  };

  return {
    state: async () => ({
      mode: modeOf(boundPlatform(db)),
      apiUrl,
      hasKey: (await secrets.get(account).catch(() => null)) !== null,
      defaultTimeZone: timeZone,
      drafts: countDrafts(db),
      operations: countOperations(db),
      lane: lane(),
    }),

    keys: {
      set: async (text) => {
        const key = cleanKey(text);
        bindPlatform(db, apiUrl);
        const result = await check(key);
        await secrets.set(account, key);
        return afterChange(result);
      },
      check: async () => check((await contact()).key),
      remove: async () => {
        await secrets.remove(account);
        changes.announce('state');
      },
    },

    catalog: () => readCatalog(db),
    refreshCatalog: async () => {
      const catalog = await refreshCatalog(db, await contact(), clock.now());
      changes.announce('catalog');
      return catalog;
    },

    drafts: {
      list: (query) => listDrafts(db, query),
      get: (id) => viewDraft(db, id),
      save: (id, fields) => viewDraft(db, afterChange(saveDraft(parts, id, fields, clock.now()))),
      remove: (ids) => afterChange(deleteDrafts(parts, ids, clock.now())),
      restore: (ids) => afterChange(restoreDrafts(parts, ids)),
    },

    imports: {
      plan: (filePath, choices) => imports.plan(filePath, choices),
      apply: (planId) => {
        const view = imports.apply(planId, clock.now());
        changes.announce('imports', 'catalog');
        return afterChange(view);
      },
      list: () => listImports(db),
      undo: (importId) => {
        const result = undoImport(parts, importId, clock.now());
        changes.announce('imports');
        return afterChange(result);
      },
    },

    publish: ({ selection, publishAs, dryRun }) => {
      const drafts =
        selection.kind === 'drafts'
          ? selection.draftIds.map((id) => getDraftRow(db, id)).filter((draft) => draft.deletedAt === null)
          : selectDrafts(db, selection);
      return afterChange(enqueueDrafts(parts, drafts, { publishAs, dryRun }, clock.now()));
    },

    outbox: {
      list: (query) => listOperations(db, query),
      counts: () => countOperations(db),
      lane,
      retry: (id) => viewOperation(db, afterChange(retryOperation(parts, id, clock.now()))),
      drop: (id) => {
        dropOperation(parts, id, clock.now());
        return viewOperation(db, afterChange(id));
      },
      resolve: (id, decision) => {
        resolveOperation(parts, id, decision, clock.now());
        return viewOperation(db, afterChange(id));
      },
      setPaused: (paused) => {
        write(db, () => setPausedByPerson(db, paused));
        return afterChange(lane());
      },
    },

    drain: ({ onProgress, signal } = {}) => sending.drain((progress) => onProgress?.(progress), signal),
    startSending: () => sending.start(),
    stopSending: () => sending.stop(),
    onChanged: (listener) => changes.onChanged(listener),
    close: async () => {
      await sending.stop();
      db.close();
    },
  };
}

function modeOf(platform: string | null): 'new' | 'practice' | 'real' {
  if (platform === null) return 'new';
  return platform === 'practice' ? 'practice' : 'real';
}
