import { foundation } from './0001-foundation.ts';
import { lateWork } from './0002-late-work.ts';
import { restoredBackups } from './0003-restored-backups.ts';
import { imports } from './0004-imports.ts';
import { platformContract } from './0005-platform-contract.ts';
import { platformEvents } from './0006-platform-events.ts';
import { history } from './0007-history.ts';
import { series } from './0008-series.ts';
import { calendar } from './0009-calendar.ts';
import { searchByNeed } from './0010-search-by-need.ts';

/** In order; the position plus one is the schema version. A released migration is never changed, only followed. */
export const migrations: readonly string[] = [
  foundation,
  lateWork,
  restoredBackups,
  imports,
  platformContract,
  platformEvents,
  history,
  series,
  calendar,
  searchByNeed,
];
