import { z } from 'zod';
import type { Difference } from './remote-event.ts';

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Slug = z.union([z.string(), z.object({ slug: z.string() }).transform(({ slug }) => slug)]);

/**
 * What of an event that is read back can be compared or kept. Assumed, but for `id` and `title`: that fields come back
 * under the names they are sent by. One that does not, or has another form, counts as not said.
 */
export const RemoteDocSchema = z.object({
  title: maybe(z.string()),
  startAt: maybe(z.string()),
  endAt: maybe(z.string()),
  timezone: maybe(z.string()),
  channelId: maybe(z.number().int()),
  status: maybe(z.string()),
  locationName: maybe(z.string()),
  classifications: maybe(z.array(Slug)),
  approxLocation: maybe(
    z.object({ city: z.object({ placeId: z.string(), name: maybe(z.string()), countryCode: maybe(z.string()) }) }),
  ),
  coverImage: maybe(z.union([z.number().int(), z.object({ id: z.number().int() }).transform(({ id }) => id)])),
  description: maybe(z.string()),
  capacity: maybe(z.number().int()),
});
export type RemoteDoc = z.infer<typeof RemoteDocSchema>;

/** Fields that are compared, and how they are written for people. */
const COMPARED: [field: string, read: (doc: RemoteDoc) => string | undefined][] = [
  ['title', (doc) => doc.title?.trim()],
  ['startAt', (doc) => instant(doc.startAt)],
  ['endAt', (doc) => instant(doc.endAt)],
  ['timezone', (doc) => doc.timezone],
  ['channelId', (doc) => doc.channelId?.toString()],
  ['status', (doc) => doc.status],
  ['locationName', (doc) => doc.locationName?.trim()],
  ['classifications', (doc) => doc.classifications?.toSorted().join(', ')],
  ['approxLocation.city.placeId', (doc) => doc.approxLocation?.city.placeId],
  ['coverImage', (doc) => doc.coverImage?.toString()],
  ['description', (doc) => doc.description?.trim()],
  ['capacity', (doc) => doc.capacity?.toString()],
];

/**
 * What is otherwise on the platform than it was sent. Only what was sent and is said again counts: a field that the
 * platform adds, or does not give back, is no difference. Times are compared as moments.
 * @param sent the frozen body
 */
export function differencesOf(sent: unknown, there: RemoteDoc): Difference[] {
  const ours = RemoteDocSchema.parse(sent);
  return COMPARED.flatMap(([field, read]): Difference[] => {
    const [was, is] = [read(ours), read(there)];
    return was === undefined || is === undefined || was === is ? [] : [{ field, sent: was, there: is }];
  });
}

/** One way to write a moment, whatever its offset; as it is when it is none. */
function instant(text: string | undefined): string | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}
