import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EventDoc } from './schemas.ts';

const Created = z.object({
  kind: z.literal('eventCreated'),
  doc: EventDoc,
  /** Null when the request sent no key. */
  idempotencyKey: z.string().nullable(),
  /** Who shares the key: see `IdempotencyOptions.sharedBy`. Never an API key. */
  namespace: z.string(),
  payloadHash: z.string(),
  /** Milliseconds since the epoch. */
  committedAt: z.number(),
});
const Updated = z.object({ kind: z.literal('eventUpdated'), doc: EventDoc });
const Uploaded = z.object({
  kind: z.literal('mediaUploaded'),
  doc: z.object({ id: z.number().int(), filename: z.string(), mimeType: z.string(), filesize: z.number().int() }),
});

const JournalRecord = z.discriminatedUnion('kind', [Created, Updated, Uploaded]);
export type JournalRecord = z.infer<typeof JournalRecord>;
export type CreatedRecord = z.infer<typeof Created>;
export type MediaDoc = z.infer<typeof Uploaded>['doc'];

/** The memory of a practice server beyond its process. */
export type Journal = {
  /** What was committed before this start, oldest first. */
  past: JournalRecord[];
  /** Returns when the record is with the operating system, so it outlives a kill of the process. */
  append(record: JournalRecord): void;
};

/**
 * Opens a JSON-lines file, or a journal that keeps nothing when there is no file.
 * A last line without its line end is what a kill in the middle of a write leaves: nobody was answered, so it goes.
 * @throws Error when any other line cannot be read.
 */
export function openJournal(file: string | undefined): Journal {
  if (file === undefined) return { past: [], append: () => undefined };
  mkdirSync(dirname(file), { recursive: true });
  return {
    past: readRecords(file),
    // Only the owner may read it: events that are still drafts are private.
    append: (record) => appendFileSync(file, `${JSON.stringify(record)}\n`, { mode: 0o600 }),
  };
}

function readRecords(file: string): JournalRecord[] {
  const bytes = readIfThere(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JournalRecord.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`The practice journal is damaged in line ${index + 1}: ${file}`, { cause });
    }
  });
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
