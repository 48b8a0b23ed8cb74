/** Version 2: late work asks first, the pace of a lane is remembered, a restored backup is not trusted blindly. */
export const lateWork = /* sql */ `
-- When a person last said that it is to be sent; and when the event begins. Both in ms since epoch.
ALTER TABLE operations ADD COLUMN confirmed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE operations ADD COLUMN start_ms INTEGER NOT NULL DEFAULT 0;
UPDATE operations SET confirmed_at = queued_at, start_ms = unixepoch(start_at) * 1000;
-- Why it asks before it is sent, or NULL: the event has begun since, or it has waited for more than a day.
ALTER TABLE operations ADD COLUMN asks TEXT CHECK (asks IN ('begun', 'waited'));

-- What asks is not among what waits to be sent, and channels stand apart: a claim steps over neither what asks nor what
-- is held.
DROP INDEX operations_waiting;
CREATE INDEX operations_waiting ON operations (channel_id, first_uncertain_at IS NULL, seq)
  WHERE state = 'queued' AND asks IS NULL;
CREATE INDEX operations_postponed ON operations (not_before)
  WHERE state = 'queued' AND asks IS NULL AND not_before IS NOT NULL;
CREATE INDEX operations_asking ON operations (seq) WHERE state = 'queued' AND asks IS NOT NULL;
-- For the sweep that finds late work: only what no request can have carried out asks; a doubt is looked into at once.
CREATE INDEX operations_by_confirmed ON operations (confirmed_at)
  WHERE state = 'queued' AND asks IS NULL AND first_uncertain_at IS NULL;
CREATE INDEX operations_by_start ON operations (start_ms)
  WHERE state = 'queued' AND asks IS NULL AND first_uncertain_at IS NULL AND start_ms > confirmed_at;

-- All operations of a draft, also those that came to nothing: queuing asks how many there were.
CREATE INDEX operations_by_draft ON operations (draft_id);

-- Events that look the same: by their moment, however it is written. Titles are compared by the app, which folds them.
DROP INDEX operations_delivered;
CREATE INDEX operations_alike ON operations (channel_id, start_ms)
  WHERE state IN ('queued', 'sending', 'needsReview', 'delivered');
-- How many arrived of late, for the rate.
CREATE INDEX operations_by_delivery ON operations (finished_at) WHERE state = 'delivered';

-- Drafts of a restored backup may have been published after it was made: look before sending.
ALTER TABLE drafts ADD COLUMN maybe_published INTEGER NOT NULL DEFAULT 0 CHECK (maybe_published IN (0, 1));

-- What was learned about the rate limit of this key (outbox/lane).
ALTER TABLE lanes ADD COLUMN pace TEXT CHECK (json_valid(pace));
`;
