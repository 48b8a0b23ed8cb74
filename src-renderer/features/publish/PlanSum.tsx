import { Send } from 'lucide-react';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import { useChannelName } from '../../stores/catalog.ts';
import { formatNumber } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { Total } from './Total.tsx';

/** How many events would be sent, who would see them, and where they go. */
export function PlanSum({ plan }: { plan: PublishPlan }) {
  const audience = [
    ...(plan.asPublished > 0 ? [t.publish.asPublic(plan.asPublished)] : []),
    ...(plan.asDraft > 0 ? [t.publish.asKept(plan.asDraft)] : []),
  ];
  return (
    <Total icon={Send} tone="accent" title={t.publish.queued(plan.queued)} note={audience.join(' · ')}>
      {plan.channels.length > 0 && (
        <dl className="plan-channels" aria-label={t.publish.channels}>
          {[...plan.channels]
            .sort((a, b) => b.n - a.n)
            .map(({ channelId, n }) => (
              <Channel key={channelId} channelId={channelId} n={n} />
            ))}
        </dl>
      )}
    </Total>
  );
}

function Channel({ channelId, n }: { channelId: number; n: number }) {
  return (
    <div>
      <dt>
        <bdi>{useChannelName(channelId)}</bdi>
      </dt>
      <dd className="numeric">{formatNumber(n)}</dd>
    </div>
  );
}
