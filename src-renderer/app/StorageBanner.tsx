import { HardDrive } from 'lucide-react';
import type { Storage } from '#shared/contract/views.ts';
import { Banner } from '../components/Notices.tsx';
import { t } from '../texts/index.ts';

/** Above every view while the disk does not take what is written to it. */
export function StorageBanner({ storage }: { storage: Storage | undefined }) {
  const condition = storage?.condition ?? 'ok';
  // The place is always there, so that a screen reader tells when something comes into it.
  return (
    <div className="storage-banner" role="status">
      {condition !== 'ok' && (
        <Banner tone="bad" icon={HardDrive} title={t.storage[condition]}>
          {storage?.message}
        </Banner>
      )}
    </div>
  );
}
