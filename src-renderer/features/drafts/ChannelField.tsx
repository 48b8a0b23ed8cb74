import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { draftFieldLabels } from '#shared/drafts/draft.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectBox } from '../../components/SelectBox.tsx';
import { call } from '../../stores/bridge.ts';
import { channelChoices, useCatalog } from '../../stores/catalog.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { t } from '../../texts/index.ts';
import type { FieldsProps } from './EditorFields.tsx';

/** The channel that the event goes to. */
export function ChannelField({ fields, change, disabled }: FieldsProps) {
  const catalog = useCatalog();
  return (
    <>
      <Field
        name="channelId"
        label={draftFieldLabels.channelId}
        hint={catalog.channels.length === 0 ? t.editor.noChannels : undefined}
      >
        {({ id, describedBy }) => (
          <SelectBox
            id={id}
            describedBy={describedBy}
            choices={channelChoices(catalog, fields.channelId, t.editor.noChannel)}
            value={fields.channelId}
            disabled={disabled}
            onChange={(channelId) => change({ channelId })}
          />
        )}
      </Field>
      {catalog.channels.length === 0 && <RefreshChannels />}
    </>
  );
}

/** Asks the platform for channels and classifications again. */
export function RefreshChannels() {
  const [busy, setBusy] = useState(false);
  async function refresh() {
    setBusy(true);
    const answer = await call('refreshCatalog', {});
    setBusy(false);
    if (answer.ok) showNote(t.editor.channelsRead(answer.value.channels.length));
    else showError(answer.error);
  }
  return (
    <Button size="sm" icon={RefreshCw} busy={busy} className="editor-inline-button" onClick={() => void refresh()}>
      {t.editor.refreshChannels}
    </Button>
  );
}
