import { z } from 'zod';
import type { SendingRate } from '#shared/contract/outbox-views.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import type { ContractView } from '#shared/platform/capabilities.ts';
import { type Db, get } from '../db/database.ts';
import { bad, count, type Found, ok, warn } from './finding.ts';

export function judgeContract({ readAt, stop, trouble, changes, capabilities, notices }: ContractView): Found {
  if (stop !== null) {
    const todo = 'Look for a newer version of this app. “organizer contract --send-anyway” sends all the same.';
    return stop.overruled ? warn(stop.reasons.join(' '), todo) : bad(stop.reasons.join(' '), todo);
  }
  if (trouble !== null)
    return warn(
      `The API description of the platform could not be read: ${trouble}.`,
      readAt === null
        ? 'Nothing to do: the documented fields are sent.'
        : 'Nothing to do: what was read before is used.',
    );
  if (readAt === null) return ok('The API description was not read yet; the documented fields are sent.');
  if (capabilities.routes.createEvent.route?.deprecated === true || notices.length > 0)
    return warn(
      'The platform says that a part of its API which this app uses is on its way out.',
      'Look for a newer version of this app in time: see “organizer contract”.',
    );
  return ok(
    `The API description was read${changes.length > 0 ? `; ${count(changes.length, 'change')} since you looked` : ''}.`,
  );
}

/** Limits: is it asked to slow down now, and what does it let through? */
export function judgeLimits({ condition, reason, resumesAt }: Lane, rate: SendingRate): Found {
  const told = rate.limitPerMinute === null ? '' : ` So far about ${rate.limitPerMinute} a minute were let through.`;
  if (condition === 'paused' && reason === 'rate_limited') {
    const until = resumesAt === null ? '' : ` until ${new Date(resumesAt).toISOString().slice(11, 19)} UTC`;
    return warn(
      `Pinned Events asked to slow down${until}.${told}`,
      'Nothing to do: sending goes on by itself, at its pace.',
    );
  }
  return ok(`Nobody asks to slow down.${told}`);
}

/** The lane, and what waits in it. */
export function judgeLane(lane: Lane, counts: { queued: number; sending: number }, asking: number): Found {
  const waiting = counts.queued + counts.sending;
  const what = `${count(waiting, 'event waits', 'events wait')} in the outbox.`;
  if (lane.condition === 'blocked')
    return bad(`${lane.message ?? 'Sending needs you.'} ${what}`, 'Mend what is named here, then check again.');
  if (lane.condition === 'pausedByPerson')
    return warn(`Sending is paused by you. ${what}`, 'Resume it in the outbox, or with “organizer outbox resume”.');
  if (asking > 0)
    return warn(
      `${count(asking, 'event asks', 'events ask')} before being sent: late work.`,
      'Say in the outbox whether they are to go out.',
    );
  if (lane.condition === 'offline')
    return warn(`Sending waits for the network. ${what}`, 'Nothing to do: it goes on by itself.');
  return ok(waiting === 0 ? 'Nothing waits to be sent.' : what);
}

const Sent = z.object({ drafts: z.number(), published: z.number() });

/** Not visible: what was sent as a draft cannot be seen, and what was published may be held by moderation (documented). */
export function judgeVisible(db: Db): Found {
  const { drafts, published } = Sent.parse(
    get(
      db,
      `SELECT coalesce(sum(CAST(body AS TEXT) ->> '$.status' = 'draft'), 0) AS drafts,
         coalesce(sum(CAST(body AS TEXT) ->> '$.status' = 'published'), 0) AS published
       FROM operations WHERE state = 'delivered'`,
    ),
  );
  if (drafts > 0)
    return warn(
      `${count(drafts, 'event was', 'events were')} sent as a draft, and ${published} as published. Drafts are not visible to visitors.`,
      'Publish the drafts on Pinned Events when they are reviewed. Published events may be held by moderation first.',
    );
  return ok(
    `${count(published, 'event was', 'events were')} sent as published. Moderation may hold one before visitors see it.`,
  );
}
