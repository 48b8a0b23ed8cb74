import { z } from 'zod';
import type { PortResponse } from '#shared/contract/client.ts';
import { type CoreCall, coreCalls } from '#shared/contract/names.ts';
import { answerCall, type GivenOutput, type ParsedInput, refuse } from './answer-call.ts';
import { isTooLarge } from './message-size.ts';

/** The code behind each call that the core answers. */
export type CoreHandlers<Context> = {
  [Name in CoreCall]: (context: Context, input: ParsedInput<Name>) => GivenOutput<Name> | Promise<GivenOutput<Name>>;
};

const RequestSchema = z.strictObject({
  id: z.number().int().nonnegative(),
  call: z.string().max(100),
  input: z.unknown(),
});
const NumberedSchema = z.object({ id: z.number().int().nonnegative() });

const names: ReadonlySet<string> = new Set(coreCalls);

type Options<Context> = {
  handlers: CoreHandlers<Context>;
  /** The workspace that is open. Throws OrganizerError when none is. */
  context: () => Promise<Context>;
  log: (line: string) => void;
};

/**
 * The gate between the window and the core: nothing passes that is not a message of known shape and size, with the name
 * of a call and input that the contract allows. Returns the answer, or null when the message has no number to answer to.
 */
export function createDispatcher<Context>(
  options: Options<Context>,
): (message: unknown) => Promise<PortResponse | null> {
  const { handlers, context, log } = options;
  return async (message) => {
    if (isTooLarge(message)) return refused(message, 'The message is larger than any call may be.');
    const request = RequestSchema.safeParse(message);
    if (!request.success) return refused(message, 'The message is not a call.');
    const { id, call, input } = request.data;
    if (!isCoreCall(call)) return refused(message, 'There is no call of that name.');
    return { id, answer: await run(call, input) };
  };

  function run<Name extends CoreCall>(call: Name, input: unknown) {
    return answerCall(call, input, async (parsed) => handlers[call](await context(), parsed), log);
  }

  function refused(message: unknown, reason: string): PortResponse | null {
    log(`refused a message of the window: ${reason}`);
    const numbered = NumberedSchema.safeParse(message);
    if (!numbered.success) return null;
    return { id: numbered.data.id, answer: refuse({ code: 'bad_message', message: reason }) };
  }
}

/** A set, not `in`: `toString` and `__proto__` are no calls. */
function isCoreCall(name: string): name is CoreCall {
  return names.has(name);
}
