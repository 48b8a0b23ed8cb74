import { z } from 'zod';

/** What crosses when a workspace cannot be opened because its database is damaged. */

export const BackupSchema = z.object({
  /** Where it is. */
  file: z.string(),
  /** ms since epoch. */
  madeAt: z.number(),
  /** Drafts in it, without those in the trash. */
  drafts: z.number().int(),
  /** Events that it knows to be on Pinned Events. */
  delivered: z.number().int(),
});
export type Backup = z.infer<typeof BackupSchema>;

export const InspectionSchema = z.object({
  /** `absent`: there is no database; with backups beside it, that is damage too. */
  condition: z.enum(['ok', 'damaged', 'absent']),
  /** What is wrong, for people who look after the app; null when nothing is. */
  damage: z.string().nullable(),
  /** The database. */
  file: z.string(),
  /** Where it is kept when it is replaced. Nothing is ever deleted. */
  keptIn: z.string(),
  /** Newest first; only those that can be read. */
  backups: z.array(BackupSchema),
});
export type Inspection = z.infer<typeof InspectionSchema>;

export const RecoverInputSchema = z.strictObject({ how: z.enum(['restoreNewest', 'startAfresh']) });
export type HowToRecover = z.infer<typeof RecoverInputSchema>['how'];
