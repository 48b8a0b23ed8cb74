import { z } from 'zod';
import { VenueContentSchema, VenuePresetSchema } from '../../drafts/venue-preset.ts';
import { Done, Id, Nothing } from './parts.ts';

/** What is always the same at a venue. Announced by the topic `catalog`. */
export const venuePresetCalls = {
  /** By name. */
  listVenuePresets: { input: Nothing, output: z.array(VenuePresetSchema) },
  /** A new one without an id; else in place of the one that has it. A name stands for one preset only. */
  saveVenuePreset: {
    input: z.strictObject({
      id: Id.nullable(),
      name: z.string().trim().min(1).max(200),
      content: VenueContentSchema,
    }),
    output: VenuePresetSchema,
  },
  removeVenuePreset: { input: z.strictObject({ id: Id }), output: Done },
} as const;
