import { CirclePause, CloudOff, KeyRound, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { assertNever } from '#shared/errors.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import { Button } from '../../components/Button.tsx';
import { Banner } from '../../components/Notices.tsx';
import { checkKey, pasteKey } from '../../stores/keys.ts';
import { lookAtContractAgain, sendDespiteContract } from '../../stores/platform.ts';
import { formatClock } from '../../texts/format.ts';
import { t } from '../../texts/index.ts';
import { openDoctor } from '../doctor/doctor-store.ts';
import { setPaused } from './outbox-store.ts';

/** Reasons that only another key can mend. */
const KEY_REASONS = ['invalid_api_key', 'insufficient_scope', 'no_key'];

/** Why nothing is being sent, and the one thing that helps. Nothing while all is well. */
export function LaneBanner({ lane }: { lane: Lane }) {
  return <div role="status">{lane.condition !== 'open' && <Condition lane={lane} />}</div>;
}

function Condition({ lane }: { lane: Lane }) {
  const words = t.outbox.lane;
  switch (lane.condition) {
    case 'open':
      return null;
    case 'pausedByPerson':
      return (
        <Banner
          tone="warn"
          icon={CirclePause}
          title={words.pausedByPerson}
          action={<FixButton label={t.outbox.resume} run={() => setPaused(false)} />}
        >
          {words.pausedByPersonWords}
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="warn" icon={CirclePause} title={words.paused}>
          {lane.message} {lane.resumesAt !== null && words.pausedUntil(formatClock(lane.resumesAt))}
        </Banner>
      );
    case 'offline':
      return (
        <Banner
          tone="warn"
          icon={CloudOff}
          title={words.offline}
          action={
            <Button size="sm" onClick={openDoctor}>
              {words.checkConnection}
            </Button>
          }
        >
          {lane.message ?? words.offlineWords}
        </Banner>
      );
    case 'blocked': {
      if (lane.reason === 'contract') return <ContractStop message={lane.message} />;
      const needsKey = lane.reason !== null && KEY_REASONS.includes(lane.reason);
      return (
        <Banner
          tone="bad"
          icon={needsKey ? KeyRound : TriangleAlert}
          title={words.blocked}
          action={
            needsKey ? (
              <FixButton label={words.pasteKey} run={pasteKey} />
            ) : (
              <FixButton label={words.checkKey} run={checkKey} />
            )
          }
        >
          {lane.message}
        </Banner>
      );
    }
    default:
      return assertNever(lane.condition);
  }
}

/** The platform's own description says that every event would be refused: look again, or try all the same. */
function ContractStop({ message }: { message: string | null }) {
  return (
    <Banner
      tone="bad"
      icon={TriangleAlert}
      title={t.outbox.lane.blocked}
      action={
        <div className="banner-actions">
          <FixButton label={t.contract.lookAgain} run={lookAtContractAgain} />
          <FixButton label={t.contract.sendAnyway} run={sendDespiteContract} />
        </div>
      }
    >
      {message}
    </Banner>
  );
}

function FixButton({ label, run }: { label: string; run: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="sm"
      busy={busy}
      onClick={() => {
        setBusy(true);
        void run().finally(() => setBusy(false));
      }}
    >
      {label}
    </Button>
  );
}
