import { useEffect, useState } from 'react';
import type { PublishSelection } from '#shared/contract/contract.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';

/** How the person wants a batch published; null: as each draft says. */
export type PublishAs = 'draft' | 'published' | null;

/**
 * What publishing would do, asked anew for each selection and choice. The last plan stays to be seen while the next one
 * is on its way, but only one that is `fresh` may be confirmed.
 */
export function useDryRun(selection: PublishSelection | null, as: PublishAs, despiteContract: boolean) {
  const [plan, setPlan] = useState<PublishPlan | null>(null);
  const [fresh, setFresh] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (selection === null) return;
    let wanted = true;
    setFresh(false);
    const choice = { ...(as !== null && { publishAs: as }), despiteContract };
    void call('publish', { selection, ...choice, dryRun: true }).then((answer) => {
      if (!wanted) return;
      setPlan(answer.ok ? answer.value : null);
      setFresh(answer.ok);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [selection, as, despiteContract, turn]);
  return { plan, fresh, error, again: () => setTurn((was) => was + 1) };
}
