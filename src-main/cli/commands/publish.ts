import { type Command, Option } from 'commander';
import type { DrainResult, Organizer } from '#core/organizer.ts';
import type { PublishSelection } from '#shared/contract/contract.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { OrganizerError } from '#shared/errors.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { publishProgress } from '../progress.ts';

type PublishOptions = {
  all?: boolean;
  import?: string;
  draft?: string[];
  status?: 'draft' | 'published';
  wait?: boolean;
  dryRun?: boolean;
  sendAnyway?: boolean;
};

/**
 * The document of `publish`: `queued` and `delivered` count what this call did; `rejected`, `needsReview` and
 * `waiting` what stands at its end.
 */
type PublishReport = { queued: number; delivered: number; rejected: number; needsReview: number; waiting: number };

/** `publish`: freeze drafts into the outbox and, with `--wait`, send until nothing can move. */
export function addPublishCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('publish')
    .description('put drafts into the outbox; what is there or delivered already is left alone')
    .option('--all', 'every draft that is ready')
    .option('--import <id>', 'the drafts of one import')
    .option('--draft <id...>', 'single drafts')
    .addOption(
      new Option('--status <status>', 'publish as a draft for review, or published').choices(['draft', 'published']),
    )
    .option('--wait', 'send until nothing can move')
    .option('--send-anyway', 'also events that the platform’s own description would refuse, in case it is wrong')
    .option('--dry-run', 'say what would be queued, and change nothing')
    .action(async (options: PublishOptions, command: Command) => {
      await withOrganizer(command, async ({ organizer, output, signal }) => {
        // What the platform lists decides which fields are frozen.
        await organizer.refreshContract('ifDue');
        const before = organizer.outbox.counts();
        const plan = organizer.publish({
          selection: toSelection(options),
          dryRun: options.dryRun === true,
          despiteContract: options.sendAnyway === true,
          ...(options.status && { publishAs: options.status }),
        });
        for (const draft of plan.notReady) output.note(`Not ready: ${draft.title || 'untitled'}. ${draft.reason}`);
        for (const twin of plan.lookAlikes) output.note(`Looks like ${twins[twin.as]}: ${twin.title}`);
        for (const [field, n] of Object.entries(plan.unsent))
          if (n > 0) output.note(`${n} with ${field} that stays here: see “organizer contract”.`);
        if (plan.begun > 0) output.note(`${plan.begun} of ${plan.queued} have begun already.`);
        const end = options.wait && !options.dryRun ? await sendAll(organizer, signal) : null;
        const asking = organizer.outbox.asking();
        if (asking > 0) output.note(`${asking} ask before they are sent: they are late. See “organizer outbox”.`);
        const report = toReport(organizer, plan, before.delivered);
        if (end?.lane.message) output.note(end.lane.message);
        if (end?.lane.reason === 'contract') output.note('See “organizer contract”.');
        output.result(report, () => describe(report));
        finish(exitCodeFor(plan, report, end));
      });
    });
}

const twins: Record<PublishPlan['lookAlikes'][number]['as'], string> = {
  delivered: 'one that was published before',
  onItsWay: 'one that is on its way',
  inThisBatch: 'another one of this batch',
};

function toSelection({ all, import: importId, draft }: PublishOptions): PublishSelection {
  const given = [all === true, importId !== undefined, draft !== undefined].filter(Boolean).length;
  if (given !== 1)
    throw new OrganizerError('usage', 'Say what to publish: --all, --import ID or --draft ID (one of them).');
  if (importId !== undefined) return { kind: 'import', importId };
  return draft !== undefined ? { kind: 'drafts', draftIds: draft } : { kind: 'all' };
}

async function sendAll(organizer: Organizer, signal: AbortSignal): Promise<DrainResult> {
  const { queued, sending } = organizer.outbox.counts();
  const progress = publishProgress(queued + sending);
  try {
    return await organizer.drain({ signal, onProgress: progress.update });
  } finally {
    progress.stop();
  }
}

function toReport(organizer: Organizer, plan: PublishPlan, deliveredBefore: number): PublishReport {
  const counts = organizer.outbox.counts();
  const rejected = organizer.drafts.list({ search: '', status: 'rejected', importId: null, limit: 1, offset: 0 }).total;
  return {
    queued: plan.queued,
    delivered: counts.delivered - deliveredBefore,
    rejected,
    needsReview: counts.needsReview,
    waiting: counts.queued + counts.sending,
  };
}

function exitCodeFor(plan: PublishPlan, report: PublishReport, end: DrainResult | null): ExitCode {
  const keyReasons = ['invalid_api_key', 'insufficient_scope', 'no_key'];
  if (end?.lane.condition === 'blocked' && report.waiting > 0 && keyReasons.includes(end.lane.reason ?? ''))
    return exitCodes.keyRefused;
  const unfinished = end !== null && report.waiting > 0;
  const attention = plan.notReady.length > 0 || report.rejected > 0 || report.needsReview > 0 || unfinished;
  return attention ? exitCodes.attention : exitCodes.done;
}

function describe(report: PublishReport): string {
  return `${report.queued} queued, ${report.delivered} delivered, ${report.rejected} rejected, ${report.needsReview} need a review, ${report.waiting} waiting.`;
}
