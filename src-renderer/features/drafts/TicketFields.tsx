import { Plus, Trash2 } from 'lucide-react';
import type { Offer } from '#shared/drafts/draft.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { TextInput } from '../../components/Field.tsx';
import { t } from '../../texts/index.ts';
import type { FieldsProps } from './EditorFields.tsx';

/** The one availability that the platform documents (create-events). */
const AVAILABLE = 'available';

/** Ways to get a ticket: a name and a link each. */
export function TicketFields({ fields, change, disabled }: FieldsProps) {
  const { offers } = fields;
  const edit = (index: number, patch: Partial<Offer>) =>
    change({ offers: offers.map((offer, i) => (i === index ? { ...offer, ...patch } : offer)) });

  return (
    <div className="tickets" data-field="offers">
      {disabled && offers.length === 0 && <p className="field-hint">{t.editor.ticketsNone}</p>}
      {offers.map((offer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: offers have no identity of their own and are never reordered
        <div className="ticket" key={index}>
          <TextInput
            aria-label={t.editor.ticketName(index + 1)}
            placeholder={t.editor.ticketNamePlaceholder}
            maxLength={500}
            value={offer.name}
            disabled={disabled}
            onChange={(event) => edit(index, { name: event.target.value })}
          />
          <TextInput
            aria-label={t.editor.ticketUrl(index + 1)}
            placeholder="https://"
            inputMode="url"
            dir="ltr"
            maxLength={4000}
            value={offer.url}
            disabled={disabled}
            onChange={(event) => edit(index, { url: event.target.value })}
          />
          <IconButton
            icon={Trash2}
            label={t.editor.ticketRemove(index + 1)}
            disabled={disabled}
            onClick={() => change({ offers: offers.filter((_, i) => i !== index) })}
          />
          {offer.availability !== AVAILABLE && <p className="field-hint">{t.editor.ticketOther(offer.availability)}</p>}
        </div>
      ))}
      {!disabled && (
        <Button
          size="sm"
          icon={Plus}
          className="editor-inline-button"
          disabled={offers.length >= 100}
          onClick={() => change({ offers: [...offers, { name: '', url: '', availability: AVAILABLE }] })}
        >
          {t.editor.addTicket}
        </Button>
      )}
    </div>
  );
}
