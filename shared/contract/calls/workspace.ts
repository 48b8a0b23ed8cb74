import { z } from 'zod';
import { DoctorReportSchema } from '../../doctor/report.ts';
import { ContractViewSchema } from '../../platform/capabilities.ts';
import { CatalogSchema, KeyCheckSchema, WorkspaceStateSchema } from '../views.ts';
import { Nothing } from './parts.ts';

/** The open workspace as a whole: its state, its key, what the platform told it. */
export const workspaceCalls = {
  getState: { input: Nothing, output: WorkspaceStateSchema },
  getCatalog: { input: Nothing, output: CatalogSchema },
  refreshCatalog: { input: Nothing, output: CatalogSchema },
  getContract: { input: Nothing, output: ContractViewSchema },
  /** Asks the platform now. */
  refreshContract: { input: Nothing, output: ContractViewSchema },
  noteContractSeen: { input: Nothing, output: ContractViewSchema },
  sendDespiteContract: { input: z.strictObject({ confirmed: z.literal(true) }), output: ContractViewSchema },
  /** Takes some seconds: it waits for the platform. */
  runDoctor: { input: Nothing, output: DoctorReportSchema },
  checkKey: { input: Nothing, output: KeyCheckSchema },
} as const;
