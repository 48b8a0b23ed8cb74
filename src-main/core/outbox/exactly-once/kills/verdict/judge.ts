import { judgeDrafts } from './drafts.ts';
import { judgeEffects } from './effects.ts';
import type { Evidence } from './evidence.ts';
import { judgeLog } from './log.ts';
import { judgeReasons } from './reasons.ts';

/**
 * The promise, put to the proof: nothing lost, nothing twice, and where nobody can know, the true reason why. Returns
 * what is not so, one sentence each; nothing when all is well.
 */
export function judge(evidence: Evidence): string[] {
  return [judgeDrafts, judgeEffects, judgeReasons, judgeLog].flatMap((part) => [...part(evidence)]);
}
