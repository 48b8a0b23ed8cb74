import type { AttemptFact, Evidence, OperationFact, RequestFact } from './evidence.ts';
import { groupBy } from './group.ts';

/**
 * The activity log tells what happened: one line for each claim, a line on the disk before each request that the platform
 * saw, an open end only where a sender died, and the end that the operation came to.
 */
export function* judgeLog({ operations, attempts, requests, kills }: Evidence): Generator<string> {
  const lines = groupBy(attempts, ({ operation_id }) => operation_id);
  const seen = groupBy(requests, ({ key }) => key);
  for (const operation of operations) {
    yield* judgeOne(operation, lines.get(operation.id) ?? [], seen.get(operation.idempotency_key) ?? []);
  }
  const open = attempts.filter(({ finished_at }) => finished_at === null).length;
  if (open > kills) yield `The log has ${open} attempts without an end, but only ${kills} senders were killed.`;
  const keys = new Set(operations.map((operation) => operation.idempotency_key));
  for (const key of seen.keys()) if (!keys.has(key)) yield `From nowhere: a request with the key ${key}.`;
}

function* judgeOne(operation: OperationFact, lines: AttemptFact[], requests: RequestFact[]): Generator<string> {
  const name = operation.idempotency_key;
  const tokens = lines.map(({ lease_token }) => lease_token).sort((a, b) => a - b);
  if (tokens.length !== operation.lease_token || tokens.some((token, index) => token !== index + 1))
    yield `${name} was claimed ${operation.lease_token} times, and the log has the claims ${tokens.join(', ')}.`;

  const sends = lines.filter(({ kind }) => kind === 'send');
  for (const { at } of requests) {
    const arrived = requests.filter((request) => request.at <= at).length;
    const claimed = sends.filter(({ started_at }) => started_at <= at).length;
    if (arrived > claimed) yield `At ${at}, ${arrived} requests of ${name} had arrived after ${claimed} claims.`;
  }
  const answered = sends.filter(({ status, outcome }) => status !== null || outcome === 'delivered').length;
  if (answered > requests.length)
    yield `${name} was answered ${answered} times, and the platform saw ${requests.length} requests.`;

  const ends = lines.map(({ outcome }) => outcome);
  if (lines.some(({ finished_at, outcome }) => (finished_at === null) !== (outcome === null)))
    yield `${name} has an attempt with half an end.`;
  if (operation.state === 'delivered' && !ends.includes('delivered') && !ends.includes('found'))
    yield `${name} is delivered, and no attempt says so.`;
}
