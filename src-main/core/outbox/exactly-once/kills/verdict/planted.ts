import type { Evidence, OperationFact } from './evidence.ts';

/** One lie: what is planted, how the verdict has to complain, and the change that plants it. */
type Planted = [what: string, complaint: RegExp, change: (evidence: Evidence) => void];

const first = <Item>(items: readonly Item[], wanted: (item: Item) => boolean = () => true): Item => {
  const found = items.find(wanted);
  if (found === undefined) throw new Error('The evidence is not what the planted lies expect.');
  return found;
};
const delivered = ({ operations }: Evidence) => first(operations, ({ state }) => state === 'delivered');
const asked = ({ operations }: Evidence) => first(operations, ({ state }) => state === 'needsReview');
const eventOf = (all: Evidence, { idempotency_key }: OperationFact) =>
  first(all.events, ({ key }) => key === idempotency_key);

function giveReason(all: Evidence, code: string, more: Partial<OperationFact> = {}): void {
  const { error } = asked(all);
  Object.assign(asked(all), { ...more, error: { ...error, code } });
}

function changeAttempts(all: Evidence, kind: string, change: object): void {
  for (const attempt of all.attempts)
    if (attempt.kind === kind || attempt.outcome === kind) Object.assign(attempt, change);
}

/** Lies about effects: duplicates, losses, mix-ups. */
const aboutEffects: Planted[] = [
  ['a second event', /^Twice: /, (all) => all.events.push({ ...eventOf(all, delivered(all)), id: '9' })],
  ['a second event of a doubt', /^Twice: /, (all) => all.events.push({ ...eventOf(all, asked(all)), id: '9' })],
  [
    'a lost event',
    /^Lost: .* made no event/,
    (all) => all.events.splice(all.events.indexOf(eventOf(all, delivered(all))), 1),
  ],
  ['a lost operation', /^Lost: .* never queued/, (all) => all.operations.pop()],
  ['a lost draft', /^Lost: there is no draft/, (all) => all.drafts.pop()],
  ['a draft in the trash', /^Lost: .* in the trash/, (all) => Object.assign(first(all.drafts), { deleted_at: 1 })],
  ['a spoilt draft', /^Spoilt: the draft/, (all) => Object.assign(first(all.drafts).fields, { title: 'Other' })],
  ['a spoilt event', /^Spoilt: event/, (all) => Object.assign(first(all.events), { title: 'Other' })],
  ['a second draft of a row', /^Twice: row-/, (all) => all.drafts.push({ ...first(all.drafts), id: 'other' })],
  ['a second operation', /has 2 operations/, (all) => all.operations.push({ ...delivered(all), id: 'other' })],
  ['a draft from nowhere', /^From nowhere: draft/, (all) => all.drafts.push({ ...first(all.drafts), source_id: null })],
  ['an event from nowhere', /^From nowhere: event/, (all) => all.events.push({ ...first(all.events), key: 'other' })],
  ['an event without a key', /^From nowhere: event/, (all) => all.events.push({ ...first(all.events), key: null })],
  ['mixed up ids', /^Mixed up/, (all) => Object.assign(delivered(all), { remote_id: '9' })],
  ['an id that is missing', /^Mixed up/, (all) => Object.assign(delivered(all), { remote_id: null })],
  ['something still queued', /^Stuck/, (all) => Object.assign(delivered(all), { state: 'queued' })],
  ['something still being sent', /^Stuck/, (all) => Object.assign(delivered(all), { state: 'sending' })],
  ['something refused', /^Stuck/, (all) => Object.assign(delivered(all), { state: 'rejected' })],
];

/** Lies about why a person is asked. */
const aboutReasons: Planted[] = [
  ['a review without a reason', /^Untrue: .* no reason/, (all) => Object.assign(asked(all), { error: null })],
  ['a key that may read after all', /^Untrue: .* may read/, (all) => Object.assign(all, { canRead: true })],
  [
    'a review inside the life of the key',
    /^Untrue: .* still protected/,
    (all) => changeAttempts(all, 'reconcile', { started_at: (asked(all).first_uncertain_at ?? 0) + 60_000 }),
  ],
  ['a review without a look', /^Untrue: .* nobody looked/, (all) => changeAttempts(all, 'reconcile', { kind: 'send' })],
  [
    'a review without a doubt',
    /^Untrue: .* no attempt was in doubt/,
    (all) => changeAttempts(all, 'unclear', { outcome: 'throttled' }),
  ],
  [
    'a doubt of another time',
    /^Untrue: .* no doubt began/,
    (all) => Object.assign(asked(all), { first_uncertain_at: 1 }),
  ],
  ['attempts that were not spent', /^Untrue: .* only \d+ attempts/, (all) => giveReason(all, 'timeout')],
  ['attempts that nobody logged', /^Untrue: .* log knows/, (all) => giveReason(all, 'timeout', { attempts: 8 })],
  ['a conflict of the same bytes', /^Untrue: .* other content/, (all) => giveReason(all, 'conflict')],
  ['content that was not refused', /^Untrue: .* never refused/, (all) => giveReason(all, 'invalid_request')],
  [
    'a list that could tell',
    /^Untrue: .* looks like it/,
    (all) => giveReason(all, 'undecidable', { title: 'Like no other' }),
  ],
  [
    'a look-alike that was settled by then',
    /^Untrue: .* settled by then/,
    (all) => {
      const { title, start_at } = delivered(all);
      giveReason(all, 'undecidable', { title, start_at });
      changeAttempts(all, 'delivered', { started_at: 1, finished_at: 2 });
    },
  ],
];

/** Lies of the activity log. */
const aboutTheLog: Planted[] = [
  [
    'a claim that was not logged',
    /has the claims/,
    (all) => Object.assign(delivered(all), { lease_token: delivered(all).lease_token + 1 }),
  ],
  ['a request before its claim', /had arrived after/, (all) => Object.assign(first(all.requests), { at: 1 })],
  ['more requests than claims', /had arrived after/, (all) => all.requests.push(first(all.requests))],
  [
    'an answer to no request',
    /was answered/,
    (all) => Object.assign(all, { requests: all.requests.filter(({ key }) => key !== delivered(all).idempotency_key) }),
  ],
  ['a request with a key of nobody', /^From nowhere: a req/, (all) => all.requests.push({ key: 'other', at: 1 })],
  [
    'an open end without a kill',
    /without an end/,
    (all) => Object.assign(first(all.attempts), { finished_at: null, outcome: null }),
  ],
  ['half an end', /half an end/, (all) => Object.assign(first(all.attempts), { outcome: null })],
  [
    'a delivery that no attempt knows of',
    /no attempt says so/,
    (all) => changeAttempts(all, 'delivered', { outcome: 'unclear' }),
  ],
];

/** Everything that a verdict has to catch in evidence of four delivered operations and one that needs a review. */
export const planted: readonly Planted[] = [...aboutEffects, ...aboutReasons, ...aboutTheLog];
