import type { z } from 'zod';
import type { Answer } from '#shared/contract/client.ts';
import { type CallName, type Contract, contract } from '#shared/contract/contract.ts';
import { type ErrorData, OrganizerError, toErrorData } from '#shared/errors.ts';
import { describeThrown } from '../log.ts';

/** What arrives at the code behind a call: parsed, with nothing in it that the contract does not name. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
/** What that code gives back; the contract strips the rest. */
export type GivenOutput<Name extends CallName> = z.input<Contract[Name]['output']>;

/**
 * Runs one call of the contract: parses the input, runs the code behind it, parses the output. Whatever happens becomes
 * data. Only an OrganizerError speaks to the person; everything else goes to the log.
 */
export async function answerCall<Name extends CallName>(
  name: Name,
  input: unknown,
  run: (input: ParsedInput<Name>) => GivenOutput<Name> | Promise<GivenOutput<Name>>,
  log: (line: string) => void,
): Promise<Answer<unknown>> {
  try {
    const { input: inputSchema, output: outputSchema } = contract[name];
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return refuse(badInput(name, parsed.error));
    const output = await run(parsed.data as ParsedInput<Name>);
    return { ok: true, value: outputSchema.parse(output) };
  } catch (thrown) {
    if (!(thrown instanceof OrganizerError)) log(`${name} failed: ${describeThrown(thrown)}`);
    else if (thrown.cause !== undefined) log(`${name}: ${thrown.code}: ${describeThrown(thrown.cause)}`);
    return refuse(toErrorData(thrown));
  }
}

export function refuse(error: ErrorData): { ok: false; error: ErrorData } {
  return { ok: false, error };
}

function badInput(name: string, error: z.ZodError): ErrorData {
  // The path alone: zod's sentences may quote keys that somebody else chose.
  const places = error.issues.slice(0, 3).map((issue) => issue.path.slice(0, 6).map(String).join('.').slice(0, 80));
  const named = places.filter((place) => place !== '').join(', ');
  return { code: 'bad_message', message: `“${name}” was not understood${named === '' ? '' : ` (${named})`}.` };
}
