import { ClipboardPaste, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { pasteKey } from '../../stores/keys.ts';
import { openWorkspace } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';

/** How to get a key and hand it over, without the window ever seeing it. */
export function KeySteps({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [busy, setBusy] = useState<'paste' | 'later' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function enter(withKey: boolean) {
    setBusy(withKey ? 'paste' : 'later');
    // The key belongs to the real workspace, so that one is opened before the key is taken.
    const entered = (await openWorkspace('real')) && (!withKey || (await pasteKey()));
    setBusy(null);
    if (entered) onDone();
  }

  return (
    <div className="key-steps">
      <h1 ref={heading} tabIndex={-1}>
        {t.welcome.keyTitle}
      </h1>
      <ol>
        {t.welcome.keySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="key-safe">
        <ShieldCheck aria-hidden="true" size={16} />
        {t.welcome.keySafe}
      </p>
      <div className="key-actions">
        <Button look="primary" icon={ClipboardPaste} busy={busy === 'paste'} onClick={() => void enter(true)}>
          {t.workspace.pasteKey}
        </Button>
        <Button busy={busy === 'later'} onClick={() => void enter(false)}>
          {t.welcome.keyLater}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t.welcome.back}
        </Button>
      </div>
    </div>
  );
}
