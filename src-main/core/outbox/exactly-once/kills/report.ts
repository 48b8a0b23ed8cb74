import { type BoundaryName, boundaries, boundaryNames } from './boundaries.ts';
import type { CampaignOptions, CampaignResult } from './campaign.ts';

/** Complaints that are printed one by one; there may be hundreds of one kind. */
const MOST_PRINTED = 50;

/** Kills per boundary, with what each boundary is: for people who read the log of a run. */
export function* reportKills(places: Record<string, number>): Generator<string> {
  const lines: [name: string, moment: string][] = boundaryNames.map((name) => [name, boundaries[name].moment]);
  for (const [name, moment] of [...lines, ['anywhere', 'At a moment by chance.'] as const]) {
    yield `  ${String(places[name] ?? 0).padStart(4)}  ${name.padEnd(12)} ${moment}`;
  }
}

/** Everything that helps to understand why a campaign did not end as promised. */
export function* reportFailure(options: CampaignOptions, result: CampaignResult): Generator<string> {
  yield `Not as promised, seed ${options.seed}, ${options.canRead ? 'with' : 'without'} events:read: ${result.complaints.length} complaints.`;
  yield* result.complaints.slice(0, MOST_PRINTED);
  yield `States ${JSON.stringify(result.states)}, reviews ${JSON.stringify(result.reviews)}, faults ${JSON.stringify(result.faults)}.`;
  yield 'The turns, in fast time:';
  yield* result.history;
}

/** Boundaries at which nobody was killed. */
export function missed(places: Record<string, number>): BoundaryName[] {
  return boundaryNames.filter((name) => (places[name] ?? 0) === 0);
}
