import { type DraftField, type DraftFields, draftFieldLabels } from '../drafts/draft.ts';
import { describeZonedProblem, resolveEnd, resolveLocal } from '../time/zoned.ts';

/** One thing that keeps a draft from being published: the field, and a sentence that says what to do. */
export type PublishProblem = { field: DraftField; code: string; message: string };

/** Field names as an API error may spell them, to the draft field that the person can edit. */
export const apiFieldToDraftField: Record<string, DraftField> = {
  title: 'title',
  startAt: 'startLocal',
  endAt: 'endLocal',
  timezone: 'timeZone',
  channelId: 'channelId',
  classifications: 'classifications',
  approxLocation: 'placeId',
  'approxLocation.city': 'placeId',
  'approxLocation.city.placeId': 'placeId',
  'approxLocation.city.name': 'placeName',
  'approxLocation.city.countryCode': 'countryCode',
  locationName: 'locationName',
  coverImage: 'coverImage',
  offers: 'offers',
  status: 'publishAs',
  description: 'description',
  capacity: 'capacity',
};

/**
 * What a draft still lacks before it can be published: the six required fields of the documented create call
 * (page create-events) and times that exist. Empty when it is ready. The editor, the importer, the command line and
 * the outbox all ask here, so that they never disagree.
 */
export function publishProblems(fields: DraftFields): PublishProblem[] {
  const problems: PublishProblem[] = [];
  const missing = (field: DraftField, message: string) => problems.push({ field, code: 'missing', message });

  if (fields.title.trim() === '') missing('title', 'Give the event a title.');
  if (fields.startLocal === null) missing('startLocal', 'Say when the event starts.');
  if (fields.timeZone === null) missing('timeZone', 'Choose the time zone, for example Europe/Berlin.');
  if (fields.channelId === null) missing('channelId', 'Choose the channel to publish to.');
  if (fields.classifications.length === 0) missing('classifications', 'Choose at least one classification.');
  if (fields.placeId === null || fields.placeId.trim() === '') missing('placeId', 'Choose the city (its place id).');

  problems.push(...timeProblems(fields));
  return problems;
}

function timeProblems(fields: DraftFields): PublishProblem[] {
  const { startLocal, endLocal, timeZone } = fields;
  if (startLocal === null || timeZone === null) return [];
  const start = resolveLocal(startLocal, timeZone, fields.startFold);
  if (!start.ok) {
    const field = start.problem.kind === 'unknown_zone' ? 'timeZone' : 'startLocal';
    return [{ field, code: start.problem.kind, message: describeZonedProblem(start.problem) }];
  }
  if (endLocal === null) return [];
  const end = resolveEnd(startLocal, endLocal, timeZone, fields.startFold);
  if (!end.ok) return [{ field: 'endLocal', code: end.problem.kind, message: describeZonedProblem(end.problem) }];
  if (end.epochMs < start.epochMs) {
    return [{ field: 'endLocal', code: 'end_before_start', message: 'The end is before the start.' }];
  }
  return [];
}

/** One line for a list: “Channel, Place are missing”. Empty string when ready. */
export function summariseProblems(problems: PublishProblem[]): string {
  if (problems.length === 0) return '';
  const missing = problems.filter((p) => p.code === 'missing').map((p) => draftFieldLabels[p.field]);
  if (missing.length === problems.length) return `Missing: ${missing.join(', ')}`;
  return problems.map((p) => p.message).join(' ');
}
