import { z } from 'zod';

/** The steps of the check, in their order: each builds on those before it. */
export const doctorSteps = [
  'address',
  'disk',
  'network',
  'clock',
  'contract',
  'key',
  'channels',
  'limits',
  'sending',
  'refused',
  'doubts',
  'visible',
] as const;
export type DoctorStep = (typeof doctorSteps)[number];

/** What each step looks at, for lists. */
export const doctorTitles: Record<DoctorStep, string> = {
  address: 'Address',
  disk: 'Disk and database',
  network: 'Network and encryption',
  clock: 'Clock',
  contract: 'API description',
  key: 'API key',
  channels: 'Channels',
  limits: 'Rate limits',
  sending: 'Sending',
  refused: 'Refused events',
  doubts: 'Events in doubt',
  visible: 'Visibility',
};

export const FindingSchema = z.object({
  step: z.enum(doctorSteps),
  /** `warn` can wait, `bad` cannot; `skipped` when a step before it failed. */
  state: z.enum(['ok', 'warn', 'bad', 'skipped']),
  /** What was found, in whole sentences. */
  found: z.string(),
  /** What to do about it; null when there is nothing to do. */
  todo: z.string().nullable(),
});
export type Finding = z.infer<typeof FindingSchema>;

export const DoctorReportSchema = z.object({
  /** True when no step is bad. */
  healthy: z.boolean(),
  /** True when there is no key, or the platform refused it. */
  keyRefused: z.boolean(),
  findings: z.array(FindingSchema),
});
export type DoctorReport = z.infer<typeof DoctorReportSchema>;
