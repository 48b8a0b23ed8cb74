import { z } from 'zod';
import { columnRoles } from './types.ts';

/** What a column calls itself that this app wrote: why a row was not imported. It is never read as part of an event. */
export const REASON_HEADER = 'Not imported because';

const MOST_ENTRIES = 5_000;

/** The last row that can be chosen as the header: so much of a file is looked at for its beginning. */
export const MOST_HEADER_ROW = 500;

/**
 * What was chosen for files of one kind, as it is saved, exported as JSON, and given to `organizer import --mapping`.
 * Only `columns` is needed; every choice on the command line wins over the same one here.
 */
export const MappingSchema = z.strictObject({
  /** What columns mean, by header text. Columns that are not named are recognised as ever. */
  columns: z
    .record(z.string().max(1_000), z.enum(columnRoles))
    .refine((columns) => Object.keys(columns).length <= MOST_ENTRIES, 'names too many columns'),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** IANA name, for rows that name no zone. */
  timeZone: z.string().max(100).optional(),
  encoding: z.string().max(50).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** The row that names the columns; 0: none does. */
  headerRow: z.number().int().min(0).max(MOST_HEADER_ROW).optional(),
  channelId: z.number().int().optional(),
  placeId: z.string().max(500).optional(),
  placeName: z.string().max(500).optional(),
  countryCode: z.string().length(2).optional(),
  classification: z.string().max(200).optional(),
  /** Slugs for categories as the file writes them; an empty list leaves a category out. */
  classificationMap: z.record(z.string().max(500), z.array(z.string().max(200)).max(50)).optional(),
  /** Places for cities as the file writes them. */
  placeMap: z
    .record(
      z.string().max(500),
      z.strictObject({
        placeId: z.string().min(1).max(500),
        placeName: z.string().max(500).optional(),
        countryCode: z.string().length(2).optional(),
      }),
    )
    .optional(),
  /** One spelling for each of the spellings of a venue. */
  venueMap: z.record(z.string().max(1_000), z.string().min(1).max(1_000)).optional(),
});
export type Mapping = z.infer<typeof MappingSchema>;
