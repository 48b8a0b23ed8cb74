import type { Lane } from '#shared/outbox/operation.ts';
import { isTimeZone } from '#shared/time/zoned.ts';
import { createApiClient } from './api/client.ts';
import { createBackups } from './backups/backups.ts';
import { readCatalog, refreshCatalog } from './catalog/catalog.ts';
import { createChanges } from './changes.ts';
import { openShared } from './db/shared.ts';
import { onStorageChanged, storageOf } from './db/storage.ts';
import { runDoctor } from './doctor/doctor.ts';
import { changeDrafts } from './drafts/bulk/change-drafts.ts';
import { duplicateDrafts } from './drafts/bulk/duplicate-drafts.ts';
import { listCalendar } from './drafts/calendar/list-calendar.ts';
import { deleteDrafts, restoreDrafts, saveDraft } from './drafts/edit.ts';
import { countDrafts, listDrafts, viewDraft } from './drafts/view.ts';
import { saveExport } from './exports/save-export.ts';
import { checkVisible } from './feed/check-visible.ts';
import { createHistory } from './history/history.ts';
import { createImportsApi } from './imports/create-imports-api.ts';
import type { Organizer, OrganizerOptions } from './organizer.ts';
import { settleRestore } from './outbox/after-restore/restored.ts';
import { readLane } from './outbox/lane/lane.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createSending } from './outbox/sending/sending.ts';
import { createPlatformContract } from './platform/platform-contract.ts';
import { createRemoteEvents } from './remote/remote-events.ts';
import { createSeries } from './series/api.ts';
import { systemSender } from './system.ts';
import { createTrash } from './trash/trash.ts';
import { createVenuePresets } from './venue-presets/venue-presets.ts';
import { createAccount } from './workspace/account.ts';
import { keyMark } from './workspace/key-mark.ts';
import { boundPlatform, foreignPlatform } from './workspace/platform.ts';
import { workspaceId } from './workspace/settings.ts';

export const DEFAULT_API_URL = 'https://pinned.events';

/** From then on an import asks for the classifications again, in ms. */
const CATALOG_IS_OLD_MS = 24 * 60 * 60 * 1_000;

/** How long an import waits for the platform's list of classifications, in ms. */
const LEARN_WITHIN_MS = 3_000;

/**
 * Opens a workspace: the one way in for the app, the command line and the tests.
 * @throws OrganizerError `data_dir_unusable`, `database_too_new`, `database_damaged`, `disk_full` and the like.
 */
export async function createOrganizer(options: OrganizerOptions): Promise<Organizer> {
  const { clock, random, secrets, sender = systemSender } = options;
  const apiUrl = options.apiUrl ?? DEFAULT_API_URL;
  const timeZone = isTimeZone(options.systemTimeZone) ? options.systemTimeZone : 'UTC';
  const { db, close } = openShared(options.dataDir, (opened) => workspaceId(opened, random));
  const parts = { db, random, workspaceId: workspaceId(db, random) };
  const changes = createChanges();
  const contract = createPlatformContract({
    db,
    fetch: options.fetch,
    clock,
    apiUrl,
    onChanged: () => changes.announce('catalog', 'state', 'outbox'),
  });
  const api = createApiClient({ fetch: options.fetch, clock, apiUrl, onDeprecation: contract.note });
  onStorageChanged(db, () => changes.announce('state'));

  const log = (line: string) => options.log?.(line);
  const backups = createBackups({ db, dataDir: options.dataDir, clock, log });

  const account = createAccount({ db, api, apiUrl, secrets, clock, name: `workspace-${parts.workspaceId}` });
  const refresh = async (signal?: AbortSignal) => {
    const catalog = await refreshCatalog(db, { ...(await account.reading()), signal }, clock.now());
    changes.announce('catalog');
    return catalog;
  };
  // An import needs no network; but where the platform can be asked, it knows which categories exist.
  const imports = createImportsApi(parts, {
    dataDir: options.dataDir,
    clock,
    defaultTimeZone: timeZone,
    learnCatalog: async () => {
      const { refreshedAt } = readCatalog(db);
      const isOld = refreshedAt === null || Math.abs(clock.now() - refreshedAt) > CATALOG_IS_OLD_MS;
      if (isOld) await refresh(AbortSignal.timeout(LEARN_WITHIN_MS)).catch(() => {});
    },
    onProgress: () => changes.announce('importProgress'),
    afterChange: (result) => afterImportChange(result),
    afterPresetChange: () => changes.announce('imports'),
  });

  const lane = (): Lane => foreignPlatform(db, apiUrl) ?? readLane(db, clock.now());

  const sayOnce = once((line) => log(`sending: ${line}`));
  const sending = createSending(
    {
      db,
      api,
      clock,
      random,
      owner: sender.name,
      isAlive: sender.isAlive,
      key: account.key,
      keyMark: (key) => keyMark(parts.workspaceId, key),
      afterRefusal: contract.afterRefusal,
    },
    {
      onMoved: () => changes.announce('state', 'outbox', 'drafts'),
      onError: sayOnce,
      onRest: backups.noteNews,
      onIdle: () => {
        backups.whenIdle();
        contract.refresh('ifDue').catch(sayOnce);
      },
      beforeDrain: async () => {
        const { condition, reason } = lane();
        if (reason === 'contract') return contract.refresh('now');
        if (condition === 'blocked' && reason !== 'no_key') await account.checkStored();
      },
    },
  );

  const afterChange = <T>(result: T): T => {
    changes.announce('state', 'drafts', 'outbox');
    sending.nudge();
    return result;
  };

  const afterImportChange = <T>(result: T): T => {
    changes.announce('imports', 'catalog');
    backups.noteNews();
    return afterChange(result);
  };

  const afterKeyChange = <T>(result: T): T => {
    changes.announce('catalog');
    return afterChange(result);
  };

  const outbox = createOutbox({ ...parts, clock, lane, afterChange });

  const refreshContract = async (when: 'now' | 'ifDue' = 'now') => {
    await contract.refresh(when);
    sending.nudge();
    return contract.view();
  };

  return {
    state: async () => ({
      mode: modeOf(boundPlatform(db)),
      apiUrl,
      hasKey: await account.hasKey(),
      defaultTimeZone: timeZone,
      drafts: countDrafts(db),
      operations: outbox.counts(),
      asking: outbox.asking(),
      lane: lane(),
      storage: storageOf(db),
    }),

    keys: {
      set: async (text) => {
        const check = await account.setKey(text);
        await contract.refresh('now');
        return afterKeyChange(check);
      },
      check: async () => {
        const check = await account.checkStored();
        await contract.refresh('ifDue');
        return afterKeyChange(check);
      },
      remove: async () => afterKeyChange(await account.removeKey()),
    },

    catalog: () => readCatalog(db),
    refreshCatalog: () => refresh(),

    contract: () => contract.view(),
    refreshContract,
    noteContractSeen: () => {
      contract.noteSeen();
      return contract.view();
    },
    sendDespiteContract: () => {
      contract.overrule();
      return afterChange(contract.view());
    },

    doctor: (onFinding) =>
      runDoctor(
        {
          db,
          dataDir: options.dataDir,
          fetch: options.fetch,
          clock,
          api,
          apiUrl,
          readKey: () => account.key('reread'),
          outbox,
          refreshContract,
        },
        onFinding,
      ),

    checkVisible: (draftId) => checkVisible({ db, fetch: options.fetch, apiUrl, clock }, draftId),

    remote: createRemoteEvents({
      ...parts,
      clock,
      reading: account.reading,
      contract: contract.view,
      afterChange: (result) => {
        changes.announce('catalog');
        return afterChange(result);
      },
    }),

    drafts: {
      list: (query) => listDrafts(db, query),
      calendar: (query) => listCalendar(db, query),
      get: (id) => viewDraft(db, id),
      save: (id, fields) => viewDraft(db, afterChange(saveDraft(parts, id, fields, clock.now()))),
      remove: (ids) => afterChange(deleteDrafts(parts, ids, clock.now())),
      restore: (ids) => afterChange(restoreDrafts(parts, ids, clock.now())),
      change: (input) => {
        const result = changeDrafts(parts, input, clock.now());
        return result.changed > 0 && !input.dryRun ? afterChange(result) : result;
      },
      duplicate: (input) => afterChange(duplicateDrafts(parts, input, clock.now())),
      saveExport: (format, importId, path) => saveExport(db, { format, importId, path, nowMs: clock.now() }),
    },

    imports,
    history: createHistory({ ...parts, clock, afterChange: afterImportChange }),

    trash: createTrash({ db, afterChange }),
    series: createSeries({ ...parts, clock, afterChange }),
    venuePresets: createVenuePresets({ db, random, afterChange: () => changes.announce('catalog') }),

    publish: outbox.publish,
    publishAsNew: (draftId) => viewDraft(db, outbox.publishAsNew(draftId)),
    outbox,
    backups: { ...backups, settleRestore: () => afterChange(settleRestore(db, clock.now())) },

    drain: ({ onProgress, signal } = {}) => sending.drain((progress) => onProgress?.(progress), signal),
    startSending: () => sending.start(),
    stopSending: () => sending.stop(),
    onChanged: (listener) => changes.onChanged(listener),
    close: async () => {
      await sending.stop();
      await contract.stop();
      await backups.stop();
      imports.close();
      close();
    },
  };
}

function modeOf(platform: string | null): 'new' | 'practice' | 'real' {
  if (platform === null) return 'new';
  return platform === 'practice' ? 'practice' : 'real';
}

/** Says the same thing once: trouble that lasts comes up at every step. */
function once(log: (line: string) => void): (thrown: unknown) => void {
  let last = '';
  return (thrown) => {
    const line = thrown instanceof Error ? thrown.message : 'unknown error';
    if (line !== last) log(line);
    last = line;
  };
}
