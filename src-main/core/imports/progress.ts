import type { ImportProgress } from '#shared/contract/import-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import type { Clock } from '../ports.ts';
import type { ByteSource } from './read/byte-source.ts';

/** How often a file is walked from its beginning to its end: twice to find out how it is to be read, twice to understand it, once to read it. */
const WALKS = 5;

/** Comparing with the drafts takes about so much of the time. */
const COMPARING_SHARE = 0.1;

/** Before that share no time is told: it would only jump. */
const TELLS_FROM = 0.08;

/** How far the reading of one file has come, and the way to stop it. */
export type ReadingJob = {
  signal: AbortSignal;
  /** Counts the bytes that are read through it. */
  watch(source: ByteSource): ByteSource;
  rows(count: number): void;
  comparing(): void;
  end(): void;
};

/** The one job that is under way in this process, as the window shows it. */
export type ImportProgressKeeper = {
  /** Begins a job; the one before is stopped. `signal` stops it from outside. */
  begin(fileName: string, signal?: AbortSignal): ReadingJob;
  /** Stops the job. Returns whether there was one. */
  cancel(): boolean;
  current(): ImportProgress | null;
};

/** @param announce called whenever `current` would answer something else */
export function createImportProgress(clock: Clock, announce: () => void): ImportProgressKeeper {
  let stop: AbortController | null = null;
  let job: { fileName: string; beganAt: number; phase: ImportProgress['phase']; rows: number; share: number } | null =
    null;

  const cancel = (): boolean => {
    if (stop === null) return false;
    stop.abort(new OrganizerError('cancelled', 'Reading the file was stopped. Nothing was changed.'));
    return true;
  };

  return {
    begin(fileName, outside) {
      cancel();
      const mine = new AbortController();
      const ownJob = { fileName, beganAt: clock.now(), phase: 'reading' as ImportProgress['phase'], rows: 0, share: 0 };
      stop = mine;
      job = ownJob;
      announce();
      const told = () => {
        if (job === ownJob) announce();
      };
      return {
        signal: outside === undefined ? mine.signal : AbortSignal.any([mine.signal, outside]),
        watch: (source) => ({
          size: source.size,
          *chunks() {
            for (const chunk of source.chunks()) {
              const share = (chunk.byteLength / Math.max(source.size * WALKS, 1)) * (1 - COMPARING_SHARE);
              ownJob.share = Math.min(ownJob.share + share, 1 - COMPARING_SHARE);
              told();
              yield chunk;
            }
          },
        }),
        rows(count) {
          ownJob.rows = count;
          told();
        },
        comparing() {
          ownJob.phase = 'comparing';
          ownJob.share = 1 - COMPARING_SHARE;
          told();
        },
        end() {
          if (job !== ownJob) return;
          job = null;
          stop = null;
          announce();
        },
      };
    },
    cancel,
    current() {
      if (job === null) return null;
      const seconds = Math.max(clock.now() - job.beganAt, 1) / 1_000;
      const { fileName, phase, rows, share } = job;
      const tells = share >= TELLS_FROM;
      return {
        fileName,
        phase,
        rows,
        share,
        rowsPerSecond: rows === 0 ? null : Math.round(rows / seconds),
        secondsLeft: tells ? Math.ceil((seconds * (1 - share)) / share) : null,
      };
    },
  };
}
