import { hash } from 'node:crypto';
import { run } from '../../../db/database.ts';
import { asStep } from '../../../history/step.ts';
import type { World } from './world/world.ts';

/** A defect that is built in on purpose, to prove that the rules would find one. */
export type Sabotage = {
  /** Before a sender makes a step. */
  beforeStep?: (world: World) => void;
  /** Changes a request after it was watched, so that only its effects can give it away. */
  bend?: (world: World, init: RequestInit) => RequestInit;
};

export const noSabotage: Sabotage = {};

const everyStep = (sql: string): Sabotage => ({ beforeStep: ({ db }) => void run(db, sql) });

/** Which rules find the defect: the one that happens to notice it first. */
type Planted = { rules: string[]; sabotage: Sabotage };

/** Needs a crash in mid-request, another API key and a late arrival in one row, so it takes a while to be found. */
export const earlyLook: Planted = {
  rules: ['nothing was created', 'one effect per key', 'one effect per draft', 'delivered is there'],
  sabotage: everyStep('UPDATE attempts SET started_at = 0'),
};

/** Outboxes that many a project has shipped. */
export const sabotages: Record<string, Planted> = {
  'a new idempotency key for each request': {
    rules: ['own key'],
    sabotage: {
      bend: (world, init) => {
        const headers = init.headers as Record<string, string>;
        const key = headers['idempotency-key'];
        if (key === undefined) return init;
        return { ...init, headers: { ...headers, 'idempotency-key': `${key}-${world.wireLog.next()}` } };
      },
    },
  },
  'no idempotency key at all': {
    rules: ['own key'],
    sabotage: {
      bend: (_world, { headers, ...init }) => {
        const { 'idempotency-key': _, ...others } = headers as Record<string, string>;
        return { ...init, headers: others };
      },
    },
  },
  'doubts that never grow old': {
    rules: ['look before resend'],
    sabotage: everyStep(
      `UPDATE operations SET key_expired = 0, first_uncertain_at = (SELECT max(clock_seen) FROM lanes)
       WHERE state = 'queued' AND first_uncertain_at IS NOT NULL`,
    ),
  },
  'doubts that are forgotten': {
    rules: ['nothing was created', 'look before resend'],
    sabotage: everyStep(`UPDATE operations SET first_uncertain_at = NULL WHERE state = 'queued'`),
  },
  'frozen bytes that thaw': {
    rules: ['legal transitions'],
    sabotage: everyStep(
      `UPDATE operations SET body = CAST(replace(CAST(body AS TEXT), 'Event', 'EVENT') AS BLOB)
       WHERE key_seen = 1 AND state = 'queued'`,
    ),
  },
  'a pause that nobody keeps': {
    rules: ['pause'],
    sabotage: everyStep('UPDATE lanes SET paused_until = NULL'),
  },
  'a pause of the person that ends by itself': {
    rules: ['pause'],
    sabotage: everyStep('UPDATE lanes SET paused_by_person = 0'),
  },
  'late work that does not ask': {
    rules: ['late work asks'],
    sabotage: everyStep(`UPDATE operations SET confirmed_at = 9e15, asks = NULL WHERE state = 'queued'`),
  },
  'a token that changes without a claim': {
    rules: ['legal transitions'],
    sabotage: everyStep(`UPDATE operations SET lease_token = lease_token + 1 WHERE state = 'sending'`),
  },
  'a ledger that is tidied up': {
    rules: ['no operation is lost'],
    sabotage: everyStep(
      `UPDATE drafts SET operation_id = NULL
       WHERE operation_id IN (SELECT id FROM operations WHERE state = 'delivered')`,
    ),
  },
  'a draft that is lost': {
    rules: ['no draft is lost'],
    sabotage: {
      beforeStep: ({ db }) =>
        asStep(db, { kind: 'change' }, 0, () => {
          run(db, `UPDATE drafts SET fields = json_set(fields, '$.title', 'Event')`);
        }),
    },
  },
  'an outcome that is invented': {
    rules: ['delivered is there'],
    sabotage: everyStep(
      `UPDATE operations SET state = 'delivered', finished_at = 1, lease_expires_at = NULL WHERE state = 'sending'`,
    ),
  },
  'a key in the database': {
    rules: ['no secrets'],
    sabotage: {
      beforeStep: ({ db, platform }) =>
        void run(db, 'UPDATE lanes SET pause_reason = :key', { key: platform.keys[0]?.key ?? '' }),
    },
  },
  'a hash of the key in the database': {
    rules: ['no secrets'],
    sabotage: {
      beforeStep: ({ db, platform }) =>
        void run(db, 'UPDATE lanes SET pause_reason = :mark', { mark: hash('sha256', platform.keys[0]?.key ?? '') }),
    },
  },
};
