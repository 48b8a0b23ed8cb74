/**
 * Knows whether Ctrl+Z in a text field is about the letters just typed there. It is as long as the field differs from
 * what it held when it was entered, and nobody else changed it since; then the field's own undo goes first. Otherwise
 * the key is the app's.
 */

type Typing = { atFirst: string; last: string; undone: number };

const typings = new WeakMap<Element, Typing>();

/** A text field: what the person can type letters into. */
export function textFieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target;
  const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range|file)$/.test(target.type);
  return isText ? target : null;
}

/** Whether the field's own undo has something to take back. */
export function hasOwnUndo(field: { value: string } & Element): boolean {
  const typing = typings.get(field);
  return typing !== undefined && typing.last === field.value && typing.last !== typing.atFirst;
}

/** Whether the field's own undo was used last, so that its redo has something. */
export function hasOwnRedo(field: { value: string } & Element): boolean {
  const typing = typings.get(field);
  return typing !== undefined && typing.last === field.value && typing.undone > 0;
}

/** Watches all fields of the document. Returns the function that ends it. */
export function watchTyping(root: Document): () => void {
  const begin = (event: Event) => {
    const field = textFieldOf(event.target);
    if (field !== null) typings.set(field, { atFirst: field.value, last: field.value, undone: 0 });
  };
  const before = (event: Event) => {
    const field = textFieldOf(event.target);
    // Somebody else changed it meanwhile, the app's undo for example: typing begins anew.
    if (field !== null && typings.get(field)?.last !== field.value) begin(event);
  };
  const after = (event: Event) => {
    const field = textFieldOf(event.target);
    const typing = field === null ? undefined : typings.get(field);
    if (field === null || typing === undefined) return;
    typing.last = field.value;
    const kind = event instanceof InputEvent ? event.inputType : '';
    if (kind === 'historyUndo') typing.undone += 1;
    else typing.undone = kind === 'historyRedo' ? Math.max(0, typing.undone - 1) : 0;
  };
  root.addEventListener('focusin', begin);
  root.addEventListener('beforeinput', before);
  root.addEventListener('input', after);
  return () => {
    root.removeEventListener('focusin', begin);
    root.removeEventListener('beforeinput', before);
    root.removeEventListener('input', after);
  };
}
