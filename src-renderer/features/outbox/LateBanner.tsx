import { ClockAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Banner } from '../../components/Notices.tsx';
import { useLiveQuery } from '../../stores/live-query.ts';
import { t } from '../../texts/index.ts';
import { sendAllLate } from './actions.ts';
import { whyTheyAsk } from './late.ts';
import { filterOutbox, lateQuery, useOutbox } from './outbox-store.ts';

/** Late work waits for a word. Says how much and why; nothing while there is none. */
export function LateBanner({ asking }: { asking: number }) {
  return <div role="status">{asking > 0 && <Late asking={asking} />}</div>;
}

function Late({ asking }: { asking: number }) {
  const { value } = useLiveQuery(lateQuery, {});
  const shown = useOutbox((view) => view.shown === 'asking' && view.search === '');
  const [busy, setBusy] = useState(false);
  return (
    <Banner
      tone="warn"
      icon={ClockAlert}
      title={t.outbox.late.title(asking)}
      action={
        <div className="banner-actions">
          {!shown && (
            <Button size="sm" look="quiet" onClick={() => filterOutbox({ shown: 'asking', search: '' })}>
              {t.outbox.late.show(asking)}
            </Button>
          )}
          <Button
            size="sm"
            busy={busy}
            onClick={() => {
              setBusy(true);
              void sendAllLate().finally(() => setBusy(false));
            }}
          >
            {t.outbox.late.sendAll(asking)}
          </Button>
        </div>
      }
    >
      {value !== null && whyTheyAsk(asking, value.items)}
    </Banner>
  );
}
