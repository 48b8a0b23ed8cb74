import type { DraftStatus } from '#shared/contract/views.ts';
import { about } from './en/about.ts';
import { activity } from './en/activity.ts';
import { calendar } from './en/calendar.ts';
import { contract } from './en/contract.ts';
import { doctor } from './en/doctor.ts';
import { drafts, editor } from './en/drafts.ts';
import { history } from './en/history.ts';
import { importing } from './en/import.ts';
import { outbox } from './en/outbox.ts';
import { publish } from './en/publish.ts';
import { recovery, storage } from './en/recovery.ts';
import { remote } from './en/remote.ts';
import { repeat } from './en/repeat.ts';
import { actions, app, connection, errors, welcome, workspace } from './en/shell.ts';
import { trash } from './en/trash.ts';
import { venuePresets } from './en/venue-presets.ts';

/**
 * Every English word of the window, put together from one file for each feature. Another language is another object of
 * the same shape. Facts about the platform are only those its pages document; what is not documented is called so.
 */
const status: Record<DraftStatus, string> = {
  incomplete: 'Incomplete',
  ready: 'Ready',
  queued: 'Queued',
  sending: 'Sending',
  delivered: 'Delivered',
  rejected: 'Refused',
  needsReview: 'Needs review',
  cancelled: 'Cancelled',
};

export const en = {
  loading: 'Loading…',
  nothingFound: 'Nothing found.',
  untitled: 'Untitled',
  optional: '(optional)',
  status,
  actions,
  errors,
  recovery,
  storage,
  about,
  app,
  workspace,
  connection,
  welcome,
  drafts,
  calendar,
  editor,
  publish,
  import: importing,
  outbox,
  activity,
  contract,
  doctor,
  remote,
  history,
  trash,
  repeat,
  venuePresets,
};
