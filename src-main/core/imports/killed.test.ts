import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { openOrganizer } from '../testing/organizers.ts';
import { seeded } from '../testing/seeded.ts';

const ROWS = 12_000;
const KILLS = 6;
/** Storing so many rows takes about so long; kills fall anywhere in it, and a little after. */
const STORING_MS = 400;
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1_000_000));

test(`killed while it stores, an import is there as a whole or not at all, seed ${seed}`, {
  timeout: 120_000,
}, async () => {
  const random = seeded(seed);
  const outcomes: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const organizer = await openOrganizer({ seed: kill });
    await organizer.close();
    const file = join(organizer.dataDir, 'season.csv');
    const rows = Array.from({ length: ROWS }, (_unused, n) => `${n},Show ${n},2027-06-01 20:00,Hall ${n % 90}`);
    writeFileSync(file, `ID,Title,Start,Venue\n${rows.join('\n')}\n`);

    const child = fork(new URL('./testing/apply-process.ts', import.meta.url), [organizer.dataDir, file]);
    const ended = once(child, 'exit');
    await once(child, 'message');
    setTimeout(() => child.kill('SIGKILL'), Math.round(random.fraction() * STORING_MS));
    await ended;

    const db = openDatabase(organizer.dataDir);
    const count = (table: string) => (all(db, `SELECT count(*) AS n FROM ${table}`)[0] as { n: number }).n;
    const found = [count('drafts'), count('import_drafts'), count('imports')];
    expect([
      [0, 0, 0],
      [ROWS, ROWS, 1],
    ]).toContainEqual(found);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.exec("INSERT INTO drafts_search (drafts_search) VALUES ('integrity-check')");
    outcomes.push(found[0] ?? -1);
    db.close();
  }
  console.log(`killed imports: seed ${seed}, drafts found: ${outcomes.join(', ')}`);
});
