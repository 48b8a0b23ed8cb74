import type { Topic } from '#shared/contract/names.ts';

/** Tells whoever listens which kinds of things changed, after the change is committed. */
export function createChanges() {
  const listeners = new Set<(changed: Topic[]) => void>();
  return {
    announce: (...changed: Topic[]) => {
      for (const listener of listeners) listener(changed);
    },
    onChanged(listener: (changed: Topic[]) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
