import type { Command } from 'commander';
import { type Capabilities, type ContractView, type Field, routePurposes } from '#shared/platform/capabilities.ts';
import { withOrganizer } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

/** `contract`: what the platform offers, each item with its source. Asked for again when a day has passed. */
export function addContractCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('contract')
    .description('show what Pinned Events offers, and where each statement comes from')
    .option('--refresh', 'ask Pinned Events now')
    .option('--seen', 'what changed was looked at: do not tell it again')
    .option('--send-anyway', 'send although the contract says that every event would be refused')
    .action(async (options: Options, command: Command) => {
      await withOrganizer(command, async ({ organizer, output }) => {
        const view = await organizer.refreshContract(options.refresh ? 'now' : 'ifDue');
        if (options.seen) organizer.noteContractSeen();
        const now = options.sendAnyway ? organizer.sendDespiteContract() : organizer.contract();
        // What is marked as seen now is shown this once.
        const shown = { ...now, changes: view.changes };
        output.result(shown, () => describe(shown));
        if (shown.stop?.overruled === false) finish(exitCodes.attention);
      });
    });
}

type Options = { refresh?: boolean; seen?: boolean; sendAnyway?: boolean };

function describe(view: ContractView): string {
  const { capabilities, changes, notices, unsent } = view;
  return [
    standing(view),
    ...stopLines(view),
    ...(changes.length === 0 ? [] : ['', 'Changed since you looked (--seen ends this)']),
    ...changes.map(({ text }) => `  ${text}`),
    '',
    'Routes',
    ...routeLines(capabilities),
    '',
    'Fields of a new event (* required)',
    ...capabilities.fields.map(fieldLine),
    '',
    'Keys',
    ...capabilities.security.map(({ name, type, source }) => `  ${name} (${type})  [${source}]`),
    ...notices.map(
      ({ route, sunsetMs }) => `Going away: ${route}${sunsetMs === null ? '' : `, ends ${day(sunsetMs)}`}`,
    ),
    ...unsent.map(({ field, why }) => `Not sent: ${field} (${UNSENT[why]})`),
  ].join('\n');
}

const UNSENT = {
  notRead: 'no public page documents it, and the platform’s document was not read',
  notListed: 'the platform’s document does not list it',
  otherForm: 'the platform’s document lists it in another form',
};

function standing({ readAt, trouble, version }: ContractView): string {
  const read =
    readAt === null
      ? 'The platform’s OpenAPI document was not read yet; this is what its public pages say.'
      : `The platform’s OpenAPI document${version === null ? '' : ` (version ${version})`}, read ${day(readAt)}.`;
  return trouble === null ? read : `${read} The last attempt failed: ${trouble}.`;
}

function stopLines({ stop }: ContractView): string[] {
  if (stop === null) return [];
  const what = stop.overruled
    ? 'Every event would be refused by this contract. It is sent anyway, as you said.'
    : 'Nothing is sent: by this contract every event would be refused. “organizer contract --send-anyway” sends all the same.';
  return ['', what, ...stop.reasons.map((reason) => `  ${reason}`)];
}

function routeLines({ routes }: Capabilities): string[] {
  return routePurposes.map((purpose) => {
    const { route, source } = routes[purpose];
    const where =
      route === null ? 'not offered' : `${route.method} ${route.path}${route.deprecated ? ' (deprecated)' : ''}`;
    return `  ${purpose}: ${where}  [${source}]`;
  });
}

function fieldLine({ name, required, types, values, valuesComplete, limits, deprecated, source }: Field): string {
  const shown = values.map(({ value, source: from }) => (from === source ? value : `${value} [${from}]`));
  const parts = [
    types.join(' or '),
    shown.length === 0 ? '' : `${valuesComplete ? 'one of' : 'such as'} ${shown.join(', ')}`,
    ...Object.entries(limits).map(([limit, value]) => `${limit} ${value}`),
    deprecated ? 'deprecated' : '',
  ].filter((part) => part !== '');
  return `  ${name}${required ? '*' : ''}: ${parts.join('; ')}  [${source}]`;
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
