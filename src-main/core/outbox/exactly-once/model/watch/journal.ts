import type { OperationState } from '#shared/outbox/operation.ts';
import { all, type Db } from '../../../../db/database.ts';

/** One committed change of one operation. What one step did is seen change by change, not only from end to end. */
export type Change = {
  seq: number;
  op: string;
  was: OperationState;
  became: OperationState | 'deleted';
  attempts_was: number;
  attempts_became: number;
  token_was: number;
  token_became: number;
  doubt_was: number | null;
  doubt_became: number | null;
  key_changed: 0 | 1;
  body_changed: 0 | 1;
  key_seen: 0 | 1;
  remote_changed: 0 | 1;
};

const COLUMNS = `op, was, became, attempts_was, attempts_became, token_was, token_became, doubt_was, doubt_became,
  key_changed, body_changed, key_seen, remote_changed`;

/** Lets the database itself write down every change of an operation, in the same transaction, whoever makes it. */
export function keepJournal(db: Db): void {
  db.exec(`
    CREATE TABLE model_journal (
      seq INTEGER PRIMARY KEY, op TEXT, was TEXT, became TEXT, attempts_was INTEGER, attempts_became INTEGER,
      token_was INTEGER, token_became INTEGER, doubt_was INTEGER, doubt_became INTEGER,
      key_changed INTEGER, body_changed INTEGER, key_seen INTEGER, remote_changed INTEGER
    );
    CREATE TRIGGER model_changed AFTER UPDATE ON operations BEGIN
      INSERT INTO model_journal (${COLUMNS}) VALUES (old.id, old.state, new.state, old.attempts, new.attempts,
        old.lease_token, new.lease_token, old.first_uncertain_at, new.first_uncertain_at,
        old.idempotency_key IS NOT new.idempotency_key OR old.id IS NOT new.id OR old.draft_id IS NOT new.draft_id,
        old.body IS NOT new.body, old.key_seen, old.remote_id IS NOT new.remote_id);
    END;
    CREATE TRIGGER model_deleted AFTER DELETE ON operations BEGIN
      INSERT INTO model_journal (${COLUMNS}) VALUES (old.id, old.state, 'deleted', old.attempts, 0,
        old.lease_token, 0, old.first_uncertain_at, NULL, 0, 0, old.key_seen, 0);
    END;
  `);
}

/** The changes after that place in the journal. */
export function readJournal(db: Db, after: number): Change[] {
  return all(db, `SELECT seq, ${COLUMNS} FROM model_journal WHERE seq > :after ORDER BY seq`, { after }) as Change[];
}
