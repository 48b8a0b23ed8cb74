import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeServer } from '#practice/server.ts';
import { withDisplayAndKeyring } from '../runtime/display-and-keyring.ts';
import { projectRoot } from '../runtime/paths.ts';
import { publishSample } from './publish-sample.ts';
import { eventTable, problems } from './report.ts';

/** Slow enough for a progress bar to be seen, in ms for each request. */
const LATENCY_MS = 40;

/**
 * The main job where there is no display: the practice API, an import, a publication, what arrived, and a picture of
 * the real app on the same data directory.
 * @param env the environment with the Electron to use
 * @returns 0 only when every event arrived exactly once and the picture was taken
 */
export async function runDemo(env: NodeJS.ProcessEnv): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'pinned-organizer-demo-'));
  const dataDir = join(folder, 'data');
  const server = await startPracticeServer({ latencyMs: LATENCY_MS });
  try {
    console.log(`The practice API runs at ${server.url} (nothing leaves this computer).`);
    const result = await publishSample(server, dataDir);
    console.log(eventTable(server));
    const wrong = problems(server, result);
    for (const problem of wrong) console.error(problem);
    if (wrong.length === 0) {
      console.log(`${result.validRows} events arrived, each exactly once (${result.requests} requests).`);
    }
    const picture = join(folder, 'screenshot.png');
    const pictureCode = await takePicture(env, dataDir, server, picture);
    console.log(pictureCode === 0 ? `Screenshot of the app: ${picture}` : 'The app could not be pictured.');
    console.log(`The data directory stays for a look: npm run cli -- --data-dir ${dataDir} outbox`);
    return wrong.length === 0 && pictureCode === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}

function takePicture(env: NodeJS.ProcessEnv, dataDir: string, server: { url: string; key: string }, picture: string) {
  const script = join(projectRoot, 'scripts', 'demo', 'screenshot.ts');
  return withDisplayAndKeyring(process.execPath, [script, picture], {
    ...env,
    ORGANIZER_DATA_DIR: dataDir,
    PINNED_EVENTS_API_URL: server.url,
    PINNED_EVENTS_API_KEY: server.key,
  });
}
