import { FileSpreadsheet, FolderOpen, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { call } from '../../../stores/bridge.ts';
import { t } from '../../../texts/index.ts';
import { openCalendar } from '../import-store.ts';

/** The way in: a file of one's own, dropped, picked or pasted, or the sample that comes with the app. */
export function ImportStart({ isDragging }: { isDragging: boolean }) {
  const [busy, setBusy] = useState(false);
  async function open(from: 'pickCalendarFile' | 'openSampleCalendar') {
    setBusy(true);
    await openCalendar(call(from, {}));
    setBusy(false);
  }
  return (
    <div className="import-start" data-dragging={isDragging || undefined}>
      <span className="empty-state-icon">
        <FileSpreadsheet aria-hidden="true" size={22} strokeWidth={1.75} />
      </span>
      <h2>{isDragging ? t.import.dropHere : t.import.startTitle}</h2>
      <p>{t.import.startWords}</p>
      <div className="empty-state-actions">
        <Button look="primary" icon={FolderOpen} busy={busy} onClick={() => void open('pickCalendarFile')}>
          {t.import.choose}
        </Button>
        <Button icon={Sparkles} busy={busy} onClick={() => void open('openSampleCalendar')}>
          {t.import.sample}
        </Button>
      </div>
      <p className="import-start-hint">{t.import.startHint}</p>
    </div>
  );
}
