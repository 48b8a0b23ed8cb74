// npm run soak: the full proofs, of which npm test runs a short form. They need no window and no keychain, and
// better-sqlite3 brings its binary for this Node along, so nothing has to be prepared.
import { runScript } from './runtime/entry.ts';
import { readChoice } from './soak/choice.ts';
import { figuresOf } from './soak/figures.ts';
import { parts } from './soak/parts.ts';
import { runParts } from './soak/run.ts';

await runScript(async () => {
  const { names, seed } = readChoice(process.argv.slice(2), Object.keys(parts));
  const results = await runParts(parts, names, seed, console.log);
  console.log(`\n${figuresOf(results)}`);
  return results.every(({ ok }) => ok) ? 0 : 1;
});
