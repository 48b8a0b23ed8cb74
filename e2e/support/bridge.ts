import type { Page } from '@playwright/test';
import type { Answer } from '#shared/contract/client.ts';
import type { CallName, CallOutput } from '#shared/contract/contract.ts';

/** Calls the preload's function of this name from inside the page, with any input at all. */
export async function callFromPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: unknown = {},
): Promise<Answer<CallOutput<Name>>> {
  const answer = await page.evaluate(
    ([wanted, given]) => {
      const { organizer } = globalThis as unknown as { organizer: Record<string, (input: unknown) => unknown> };
      return organizer[wanted]?.(given);
    },
    [name, input] as [string, unknown],
  );
  return answer as Answer<CallOutput<Name>>;
}

/** The value of an answer that has to be a good one. */
export async function valueFromPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: unknown = {},
): Promise<CallOutput<Name>> {
  const answer = await callFromPage(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
