import { hash } from 'node:crypto';
import { KEY_LIFETIME_MS, LATE_AFTER_MS, SAFE_RESEND_MS } from '../../../timing.ts';
import { attemptBefore, type Operation, operationByKey, readHeldChannels, readLaneRow } from '../watch/rows.ts';
import type { Departure } from '../watch/wire-log.ts';
import type { Sender } from '../world/senders.ts';
import type { World } from '../world/world.ts';

/** Headers that `Retry-After` gives in whole seconds may end a second early. */
const ROUNDING_MS = 1_000;

/** What must be true, and on the disk, at the moment a `POST /events` leaves. */
export function checkDeparture(world: World, sender: Sender, departure: Departure): void {
  const operation = operationByKey(world.db, departure.idempotencyKey);
  if (operation === undefined) {
    world.violations.add('own key', `${departure.idempotencyKey} is the key of no operation.`);
  } else {
    checkFrozen(world, departure, operation);
    checkClaim(world, sender, departure, operation);
    checkLane(world, operation, departure);
    checkWindow(world, sender, departure, operation);
  }
  world.wireLog.depart(departure);
}

function checkFrozen(world: World, departure: Departure, operation: Operation & { body: Uint8Array }): void {
  const frozen = hash('sha256', operation.body);
  const first = world.wireLog.departures.get(departure.idempotencyKey)?.[0];
  const same = departure.bytes === frozen && (first === undefined || first.bytes === departure.bytes);
  world.violations.expect(same, 'frozen bytes', () => `${departure.idempotencyKey} left with other bytes.`);
}

/** The claim is committed: another connection sees it. */
function checkClaim({ violations }: World, sender: Sender, { hereMs }: Departure, operation: Operation): void {
  const { state, first_uncertain_at, lease_owner, lease_expires_at } = operation;
  const claimed = state === 'sending' && lease_owner === sender.name && (lease_expires_at ?? 0) > hereMs;
  violations.expect(claimed && first_uncertain_at !== null, 'claim before send', () => JSON.stringify(operation));
}

/** Nothing leaves that a person, the platform, the channel or the calendar holds back. */
function checkLane(world: World, operation: Operation, { hereMs }: Departure): void {
  const { violations, db, wireLog } = world;
  const lane = readLaneRow(db);
  const because = (reason: string) => () => `${operation.idempotency_key} left though ${reason}.`;
  violations.expect(!world.pausedByPerson && lane?.paused_by_person !== 1, 'pause', because('the person paused'));
  violations.expect((lane?.blocked_reason ?? null) === null, 'pause', because(`blocked: ${lane?.blocked_reason}`));
  violations.expect((lane?.offline_since ?? null) === null, 'pause', because('offline'));
  violations.expect((lane?.paused_until ?? 0) <= hereMs, 'pause', because('paused until later'));
  violations.expect(wireLog.pausedUntil() - ROUNDING_MS <= hereMs, 'pause', because('told to come back later'));
  violations.expect(!readHeldChannels(db).includes(operation.channel_id), 'pause', because('its channel is held'));
  if (operation.first_uncertain_at !== hereMs) return;
  // A first request: the person's word for it must be fresh, and the event not have begun since.
  const word = world.words.get(operation.id) ?? hereMs;
  const begun = operation.start_ms > word && operation.start_ms <= hereMs;
  const late = begun || word < hereMs - LATE_AFTER_MS || operation.asks !== null;
  violations.expect(!late, 'late work asks', because(`nobody confirmed it: ${begun ? 'begun' : 'waited'}`));
}

/**
 * Never a blind resend. While the platform may know the key, it is sent again only with the same API key and while the
 * platform surely remembers: by the clock of this computer inside of the safe window, and truly inside of the
 * documented life of a key, whatever this computer's clock says. Else a look at the list comes first.
 */
function checkWindow(world: World, sender: Sender, departure: Departure, operation: Operation): void {
  const { violations, wireLog, db } = world;
  const key = departure.idempotencyKey;
  const doubt = wireLog.doubts.get(key);
  const before = attemptBefore(db, operation.id, operation.lease_token);
  const { seq, apiKey, hereMs, trueMs } = departure;
  if (doubt !== undefined && before?.kind === 'reconcile' && before.outcome === 'absent') {
    const last = wireLog.departures.get(key)?.at(-1)?.seq ?? 0;
    violations.expect(
      wireLog.lastLook() > last,
      'look before resend',
      () => `${key}: the log speaks of a look that never was.`,
    );
  } else if (doubt !== undefined) {
    violations.expect(
      doubt.apiKey === apiKey,
      'look before resend',
      () => `${key} was sent again with another API key.`,
    );
    const age = hereMs - doubt.hereMs;
    const trueAge = trueMs - doubt.trueMs;
    const inside = age >= 0 && age <= SAFE_RESEND_MS && trueAge < KEY_LIFETIME_MS;
    violations.expect(inside, 'look before resend', () => `${key} was sent again after ${age} ms (truly ${trueAge}).`);
    world.tally.count('resends', `${sender.name.split('-')[0]}`);
    return;
  }
  wireLog.doubts.set(key, { seq, apiKey, hereMs, trueMs });
}
