// The core's own process: the place where its parts are put together. Nothing here knows a window.
import { inspectDataDir } from '#core/backups/inspect.ts';
import { createOrganizer } from '#core/create-organizer.ts';
import { createKeytarSecrets } from '#core/secrets/keytar.ts';
import { createFixedSecrets } from '#core/secrets/memory.ts';
import { keepHeapSmall } from '#core/small-heap.ts';
import { systemClock, systemRandom } from '#core/system.ts';
import { chromiumFetch } from './core-side/chromium-fetch.ts';
import { createDispatcher } from './core-side/dispatcher.ts';
import { handlers } from './core-side/handlers/index.ts';
import { createNotices } from './core-side/notices.ts';
import { createPickedFiles } from './core-side/picked-files.ts';
import { recover } from './core-side/recover.ts';
import { createSession } from './core-side/session.ts';
import { createWindowPorts } from './core-side/window-ports.ts';
import { type CoreRequest, CoreRequestSchema } from './links/core-link.ts';
import { endOnDefect, serveParent } from './links/serve-parent.ts';

const log = (line: string) => console.error(line);

/** How long calls of a closing window may take to arrive, in ms. */
const LAST_WORDS_MS = 50;

keepHeapSmall();
endOnDefect();

const files = createPickedFiles();
const targets = createPickedFiles();

const ports = createWindowPorts(
  createDispatcher({ handlers, context: async () => ({ organizer: await session.organizer(), files, targets }), log }),
);

const notice = createNotices((changed) => ports.announce(changed));

const session = createSession({
  build: ({ dataDir, apiUrl, keys }) =>
    createOrganizer({
      dataDir,
      ...(apiUrl !== null && { apiUrl }),
      secrets: keys.kind === 'keychain' ? createKeytarSecrets() : createFixedSecrets(keys.key),
      fetch: chromiumFetch,
      clock: systemClock,
      random: systemRandom,
      systemTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      log,
    }),
  onOpened: (organizer, inPlaceOfAnother) => {
    // Calls on their way were meant for the workspace before: their channel ends, and main makes a new one.
    if (inPlaceOfAnother) ports.closeAll();
    organizer.onChanged(notice);
    // Channels may have come or gone since. Whoever is offline, or has no key yet, works with what is known.
    void organizer.refreshCatalog().catch(() => undefined);
  },
  log,
});

serveParent<CoreRequest>(CoreRequestSchema, async (request, [port]) => {
  switch (request.kind) {
    case 'open':
      for (const file of request.files) files.add(file);
      return session.open(request.workspace);
    case 'refuse':
      return session.refuse(request.error);
    case 'serve':
      return port === undefined ? undefined : ports.serve(port);
    case 'setKey':
      return (await session.organizer()).keys.set(request.key);
    case 'removeKey':
      return (await session.organizer()).keys.remove();
    case 'inspect':
      return inspectDataDir(request.dataDir);
    case 'recover':
      return recover(request.dataDir, request.how, systemClock.now(), log);
    case 'addFile':
      return files.add(request.file);
    case 'addTarget':
      return targets.add(request.file);
    case 'close':
      // What a window stored while it closed comes by another channel and may still be on its way.
      await systemClock.sleep(LAST_WORDS_MS);
      return session.close();
  }
});
