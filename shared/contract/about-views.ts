import { z } from 'zod';

const PackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  licence: z.string(),
  /** The licence's own words, with the notices that have to go with it. */
  text: z.string(),
});

/** What the build writes down of what went into it. */
export const BuiltAboutSchema = z.object({
  /** Version of SQLite. */
  sqlite: z.string(),
  packages: z.array(PackageSchema),
});
export type BuiltAbout = z.infer<typeof BuiltAboutSchema>;

/** What the app is, and what it is made of. */
export const AboutSchema = z.object({
  versions: z.object({
    app: z.string(),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    sqlite: z.string(),
  }),
  packages: z.array(PackageSchema),
});
export type About = z.infer<typeof AboutSchema>;
