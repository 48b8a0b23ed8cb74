import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import './Field.css';

/** A label above a control, with a hint below that belongs to it. The control gets the ids to refer to. */
export function Field({
  label,
  name,
  hint,
  children,
  optional,
}: {
  label: string /** Draft field that it edits, so that a checklist can lead there. */;
  name?: string;
  hint?: ReactNode;
  optional?: string;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> {optional}</span>}
      </label>
      {children({ id, describedBy: hint ? hintId : undefined })}
      {hint && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A one-line text box. Its text keeps its own direction. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input dir="auto" autoComplete="off" spellCheck={false} {...rest} className={`input ${className ?? ''}`} />;
}

/** A text box of several lines. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" rows={4} {...rest} className={`input textarea ${className ?? ''}`} />;
}
