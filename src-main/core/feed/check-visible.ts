import { z } from 'zod';
import { OrganizerError } from '#shared/errors.ts';
import type { Visibility } from '#shared/feed/visibility.ts';
import { type Db, get } from '../db/database.ts';
import { getDraftRow } from '../drafts/rows.ts';
import type { Clock, Fetch } from '../ports.ts';
import { refuseOtherPlatform } from '../workspace/platform.ts';
import { askFeed } from './ask-feed.ts';
import type { FeedItem } from './feed-page.ts';

type Parts = { db: Db; fetch: Fetch; apiUrl: string; clock: Clock };

const Delivered = z.object({
  remote_id: z.string().nullable(),
  title: z.string(),
  start_ms: z.number(),
  status: z.string().nullable(),
});
type Wanted = z.infer<typeof Delivered>;

/**
 * Looks in the public feed, as a visitor could, whether an event that was published from here can be seen.
 * @throws OrganizerError `not_found`, `wrong_platform`, or `not_allowed` when the draft was not delivered
 */
export async function checkVisible(parts: Parts, draftId: string): Promise<Visibility> {
  const { db, apiUrl } = parts;
  refuseOtherPlatform(db, apiUrl);
  const wanted = deliveredAs(db, getDraftRow(db, draftId).id);
  if (wanted.status === 'draft') {
    const message =
      'It was sent as a draft, so visitors cannot see it. Publish it on Pinned Events when it is reviewed.';
    return { state: 'notFound', url: null, attribution: null, complete: false, message };
  }
  const find = (items: FeedItem[]) => items.find((item) => isSame(item, wanted));
  const answer = await askFeed(parts, (items) => find(items) !== undefined);
  if (answer.kind === 'trouble') {
    const message = `Whether visitors see it is not known: ${answer.why}. Look on Pinned Events instead.`;
    return { state: 'unknown', url: null, attribution: null, complete: false, message };
  }
  const { attribution, complete } = answer;
  const found = find(answer.items);
  if (found !== undefined) {
    return {
      state: 'visible',
      url: found.url,
      attribution,
      complete,
      message: 'Visitors can see it: it is in the public feed.',
    };
  }
  const message = complete
    ? 'It is not in the public feed. Moderation may hold it first: look again later, then on Pinned Events.'
    : 'It is not in the part of the public feed that was read. Look on Pinned Events.';
  return { state: 'notFound', url: null, attribution: null, complete, message };
}

function deliveredAs(db: Db, draftId: string): Wanted {
  const row = get(
    db,
    `SELECT remote_id, title, start_ms, CAST(body AS TEXT) ->> '$.status' AS status FROM operations
     WHERE draft_id = :draftId AND state = 'delivered'`,
    { draftId },
  );
  if (row === undefined)
    throw new OrganizerError('not_allowed', 'This is not on Pinned Events yet, so nobody can see it.');
  return Delivered.parse(row);
}

/** The same id; where one of them tells none, the same title at the same moment. */
function isSame(item: FeedItem, wanted: Wanted): boolean {
  if (item.id !== null && wanted.remote_id !== null) return item.id === wanted.remote_id;
  return item.title?.trim() === wanted.title.trim() && item.startMs === wanted.start_ms;
}
