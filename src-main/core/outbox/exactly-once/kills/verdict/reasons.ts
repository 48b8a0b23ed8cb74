import { MOST_ATTEMPTS, SAFE_RESEND_MS } from '../../../timing.ts';
import type { AttemptFact, Evidence, OperationFact } from './evidence.ts';
import { groupBy } from './group.ts';

/** Answers after which nobody knows whether the event was made. An attempt that was never finished leaves a doubt too. */
const doubtful = ['unclear', 'busy', 'intercepted', 'conflict'];

/** Ends of an attempt after which everything is known. */
const settling = ['delivered', 'found'];

type Case = { operation: OperationFact; attempts: AttemptFact[]; evidence: Evidence };

/** A person is asked only where a doubt is real and nothing else can settle it, and the sentence says why. */
export function* judgeReasons(evidence: Evidence): Generator<string> {
  const ofOperation = groupBy(evidence.attempts, ({ operation_id }) => operation_id);
  for (const operation of evidence.operations) {
    if (operation.state !== 'needsReview') continue;
    const attempts = ofOperation.get(operation.id) ?? [];
    const untrue = whyUntrue({ operation, attempts, evidence });
    if (untrue !== null)
      yield `Untrue: ${operation.idempotency_key} needs a review for “${operation.error?.code}”, but ${untrue}.`;
  }
}

function whyUntrue(found: Case): string | null {
  const { operation, attempts, evidence } = found;
  const doubts = attempts.filter(isDoubt);
  if (operation.error === null) return 'no reason is given';
  if (doubts.length === 0) return 'no attempt was in doubt';
  if (!doubts.some(({ started_at }) => started_at === operation.first_uncertain_at))
    return `no doubt began at ${operation.first_uncertain_at}`;
  switch (operation.error.code) {
    case 'no_read_scope':
      return evidence.canRead ? 'the key may read events' : whyProtected(found);
    case 'undecidable':
      return whyProtected(found) ?? whyDecidable(found);
    case 'cannot_look':
      return whyProtected(found) ?? whyNotSpent(operation, attempts.length);
    // The same bytes every time, so these two cannot be.
    case 'conflict':
      return 'the platform never knew its key with other content';
    case 'invalid_request':
      return 'its content was never refused';
    default:
      return whyNotSpent(operation, doubts.length);
  }
}

function isDoubt({ kind, finished_at, outcome }: AttemptFact): boolean {
  return kind === 'send' && (finished_at === null || doubtful.includes(outcome ?? ''));
}

/** Null when the key surely protected no longer at the last look. */
function whyProtected({ operation, attempts }: Case): string | null {
  const looks = attempts.filter(({ kind }) => kind === 'reconcile').map(({ started_at }) => started_at);
  if (looks.length === 0) return 'nobody looked at the list';
  const age = Math.max(...looks) - (operation.first_uncertain_at ?? 0);
  return age > SAFE_RESEND_MS ? null : `its key still protected it, ${age} ms after the first doubt`;
}

/** Null when there really were too many attempts. */
function whyNotSpent({ attempts }: OperationFact, logged: number): string | null {
  if (attempts < MOST_ATTEMPTS) return `only ${attempts} attempts were made`;
  return logged >= MOST_ATTEMPTS ? null : `the log knows of ${logged} such attempts only`;
}

/** Null when another operation for the same event was under way or in doubt at the last look. */
function whyDecidable({ operation, attempts, evidence }: Case): string | null {
  const alike = evidence.operations.filter(
    ({ id, title, start_at }) => id !== operation.id && title === operation.title && start_at === operation.start_at,
  );
  if (alike.length === 0) return 'no other event looks like it';
  const look = attempts.findLast(({ kind }) => kind === 'reconcile');
  const [from, until] = [look?.started_at ?? 0, look?.finished_at ?? Number.POSITIVE_INFINITY];
  const isOpen = ({ id }: OperationFact) => {
    const before = evidence.attempts.filter((one) => one.operation_id === id && one.started_at <= until);
    const isSettled = before.some((one) => settling.includes(one.outcome ?? '') && (one.finished_at ?? until) < from);
    return !isSettled && before.some((one) => isDoubt(one) || (one.finished_at ?? 0) >= from);
  };
  return alike.some(isOpen) ? null : 'what looks like it was settled by then';
}
