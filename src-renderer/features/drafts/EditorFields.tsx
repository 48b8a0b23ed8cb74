import { type ReactNode, useId } from 'react';
import type { DraftFields } from '#shared/drafts/draft.ts';
import { draftFieldLabels, LONGEST_TEXT } from '#shared/drafts/draft.ts';
import type { ExtraField } from '#shared/publishing/extra-fields.ts';
import { ChipBox } from '../../components/ChipBox.tsx';
import { Field, TextArea, TextInput } from '../../components/Field.tsx';
import { RadioCards } from '../../components/RadioCards.tsx';
import { classificationChoices, useCatalog } from '../../stores/catalog.ts';
import { useUnsentReason } from '../../stores/platform.ts';
import { t } from '../../texts/index.ts';
import { ChannelField } from './ChannelField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { TicketFields } from './TicketFields.tsx';
import { WhenFields } from './WhenFields.tsx';

export type FieldsProps = {
  fields: DraftFields;
  change: (patch: Partial<DraftFields>) => void;
  disabled: boolean;
};

/** Every field of a draft, in the order in which one thinks of an event. */
export function EditorFields(props: FieldsProps) {
  return (
    <>
      <TitleField {...props} />
      <Group title={t.editor.when}>
        <WhenFields {...props} />
      </Group>
      <Group title={t.editor.where}>
        <LocationField {...props} />
        <PlaceFields {...props} />
      </Group>
      <Group title={t.editor.what}>
        <ClassificationsField {...props} />
        <DescriptionField {...props} />
        <CapacityField {...props} />
      </Group>
      <Group title={t.editor.tickets}>
        <TicketFields {...props} />
      </Group>
      <Group title={t.editor.publishing}>
        <ChannelField {...props} />
        <PublishAsField {...props} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="editor-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** Grows with its text; Enter ends nothing, a title is one line. */
function TitleField({ fields, change, disabled }: FieldsProps) {
  return (
    <div data-field="title">
      <textarea
        className="editor-title"
        aria-label={draftFieldLabels.title}
        placeholder={t.editor.titlePlaceholder}
        dir="auto"
        rows={1}
        maxLength={LONGEST_TEXT}
        disabled={disabled}
        value={fields.title}
        onChange={(event) => change({ title: event.target.value.replace(/[\r\n]+/g, ' ') })}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
    </div>
  );
}

function LocationField({ fields, change, disabled }: FieldsProps) {
  return (
    <Field name="locationName" label={draftFieldLabels.locationName} optional={t.optional}>
      {({ id }) => (
        <TextInput
          id={id}
          value={fields.locationName}
          placeholder={t.editor.venuePlaceholder}
          maxLength={LONGEST_TEXT}
          disabled={disabled}
          onChange={(event) => change({ locationName: event.target.value })}
        />
      )}
    </Field>
  );
}

function ClassificationsField({ fields, change, disabled }: FieldsProps) {
  const catalog = useCatalog();
  return (
    <Field name="classifications" label={draftFieldLabels.classifications}>
      {({ id }) => (
        <ChipBox
          id={id}
          choices={classificationChoices(catalog)}
          values={fields.classifications}
          placeholder={t.editor.classificationsPlaceholder}
          disabled={disabled}
          onChange={(classifications) => change({ classifications: classifications.slice(0, 100) })}
        />
      )}
    </Field>
  );
}

/** Says below a field why it is not sent; nothing when it is. */
function useUnsentHint(field: ExtraField): { hint?: string } {
  const why = useUnsentReason(field);
  return why === null ? {} : { hint: t.editor.notSent[why] };
}

function DescriptionField({ fields, change, disabled }: FieldsProps) {
  const hint = useUnsentHint('description');
  return (
    <Field name="description" label={draftFieldLabels.description} optional={t.optional} {...hint}>
      {({ id, describedBy }) => (
        <TextArea
          id={id}
          aria-describedby={describedBy}
          value={fields.description}
          maxLength={LONGEST_TEXT}
          disabled={disabled}
          onChange={(event) => change({ description: event.target.value })}
        />
      )}
    </Field>
  );
}

function CapacityField({ fields, change, disabled }: FieldsProps) {
  const hint = useUnsentHint('capacity');
  return (
    <Field name="capacity" label={draftFieldLabels.capacity} optional={t.optional} {...hint}>
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          inputMode="numeric"
          className="editor-capacity"
          value={fields.capacity ?? ''}
          disabled={disabled}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '').slice(0, 9);
            change({ capacity: digits === '' ? null : Number(digits) });
          }}
        />
      )}
    </Field>
  );
}

function PublishAsField({ fields, change, disabled }: FieldsProps) {
  return (
    <div className="field" data-field="publishAs">
      <span className="field-label" aria-hidden="true">
        {draftFieldLabels.publishAs}
      </span>
      <RadioCards
        label={draftFieldLabels.publishAs}
        value={fields.publishAs}
        disabled={disabled}
        onChange={(publishAs) => change({ publishAs })}
        choices={[
          { value: 'published', label: t.editor.asPublished, note: t.editor.asPublishedNote },
          { value: 'draft', label: t.editor.asDraft, note: t.editor.asDraftNote },
        ]}
      />
    </div>
  );
}
