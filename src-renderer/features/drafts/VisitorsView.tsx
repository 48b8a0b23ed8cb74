import { useState } from 'react';
import type { Visibility } from '#shared/feed/visibility.ts';
import { Button } from '../../components/Button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { call } from '../../stores/bridge.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';

/** Looks in the public feed whether visitors can see the event, when it is asked to. */
export function VisitorsView({ draftId }: { draftId: string }) {
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Visibility | null>(null);

  async function look() {
    setBusy(true);
    const answer = await call('checkVisible', { draftId });
    setBusy(false);
    if (answer.ok) setFound(answer.value);
    else showError(answer.error);
  }

  return (
    <>
      <Button size="sm" busy={busy} onClick={() => void look()}>
        {t.editor.asVisitors}
      </Button>
      {found !== null && (
        <span className="banner-next" role="status">
          {found.message} {found.url !== null && <bdi>{found.url}</bdi>} {found.attribution}
        </span>
      )}
      {found?.url != null && <CopyAddress url={found.url} />}
    </>
  );
}

function CopyAddress({ url }: { url: string }) {
  return (
    <Button size="sm" onClick={() => showNote(copyText(url) ? t.editor.addressCopied : t.editor.addressNotCopied)}>
      {t.editor.copyAddress}
    </Button>
  );
}
