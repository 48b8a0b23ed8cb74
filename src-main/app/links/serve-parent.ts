import type { MessagePortMain } from 'electron';
import type { z } from 'zod';
import type { Answer } from '#shared/contract/client.ts';
import { OrganizerError, toErrorData } from '#shared/errors.ts';
import { describeThrown } from '../log.ts';
import { RequestEnvelopeSchema } from './envelope.ts';

/**
 * The utility process's end of the link: parses each request of the main process, runs it and answers. Standard error
 * is the log of this process; main collects it.
 */
export function serveParent<Request>(
  schema: z.ZodType<Request>,
  run: (request: Request, ports: MessagePortMain[]) => Promise<unknown>,
): void {
  process.parentPort.on('message', ({ data, ports }) => {
    const envelope = RequestEnvelopeSchema.safeParse(data);
    if (!envelope.success) return console.error('refused a message of the main process that has no number');
    const { id, request } = envelope.data;
    void answer(request, ports).then((given) => process.parentPort.postMessage({ id, answer: given }));
  });

  async function answer(request: unknown, ports: MessagePortMain[]): Promise<Answer<unknown>> {
    try {
      const parsed = schema.safeParse(request);
      if (!parsed.success) throw new OrganizerError('bad_message', 'The request is not one that this process knows.');
      return { ok: true, value: (await run(parsed.data, ports)) ?? null };
    } catch (thrown) {
      // An expected failure speaks for itself; what it was caused by is for the log.
      if (!(thrown instanceof OrganizerError)) console.error(describeThrown(thrown));
      else if (thrown.cause !== undefined) console.error(`${thrown.code}: ${describeThrown(thrown.cause)}`);
      return { ok: false, error: toErrorData(thrown) };
    }
  }
}

/** A defect leaves the process in a state nobody knows. It ends, and the main process starts a fresh one. */
export function endOnDefect(): void {
  const end = (thrown: unknown) => {
    console.error(`uncaught: ${describeThrown(thrown)}`);
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
