import { FileDiff } from 'lucide-react';
import { Button } from '../components/Button.tsx';
import { Banner } from '../components/Notices.tsx';
import { noteContractSeen, useContractChanges } from '../stores/platform.ts';
import { t } from '../texts/index.ts';

/** Sentences that are shown; the command line shows all. */
const MOST = 5;

/** Above every view until somebody has seen what the platform's own description says otherwise than before. */
export function ContractBanner() {
  const changes = useContractChanges();
  const shown = changes.slice(0, MOST);
  return (
    <div className="storage-banner" role="status">
      {changes.length > 0 && (
        <Banner
          icon={FileDiff}
          title={t.contract.changed}
          action={
            <Button size="sm" onClick={() => void noteContractSeen()}>
              {t.actions.dismiss}
            </Button>
          }
        >
          {shown.map(({ text }) => text).join(' ')}
          {changes.length > MOST && ` ${t.contract.more(changes.length - MOST)}`}
        </Banner>
      )}
    </div>
  );
}
