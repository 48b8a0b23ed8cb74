// The practice API's own process: a local stand-in for Pinned Events that the core meets over HTTP like the real one.
import { startPracticeServer } from '#practice/server.ts';
import { OrganizerError } from '#shared/errors.ts';
import { type PracticeRequest, PracticeRequestSchema } from './links/practice-link.ts';
import { endOnDefect, serveParent } from './links/serve-parent.ts';

endOnDefect();

let running: Awaited<ReturnType<typeof startPracticeServer>> | null = null;

serveParent<PracticeRequest>(PracticeRequestSchema, async (request) => {
  if (request.kind === 'close') return running?.close();
  running ??= await start(request);
  return { url: running.url, key: running.key };
});

async function start({ journalFile, key, port }: PracticeRequest & { kind: 'start' }) {
  const options = { journalFile, ...(key !== null && { key }) };
  try {
    return await startPracticeServer({ ...options, port: port ?? 0 });
  } catch (cause) {
    // Somebody else may have taken the port meanwhile.
    if (port !== null) return await startPracticeServer(options);
    const message = `The practice server could not be started. Its memory is ${journalFile}; if that file is damaged, move it away and try again.`;
    throw new OrganizerError('unexpected', message, { cause });
  }
}
