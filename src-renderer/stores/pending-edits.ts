/**
 * The one editor that may hold words that are not stored yet. Whatever reads or moves drafts asks it to store them
 * first: publishing, deleting, opening another workspace.
 */
let flush: (() => Promise<void>) | null = null;

/** Names who stores pending words. Returns the function that ends it. */
export function holdPendingEdits(run: () => Promise<void>): () => void {
  flush = run;
  return () => {
    if (flush === run) flush = null;
  };
}

/** Resolves when nothing is left to store (or storing failed, which the editor shows). */
export async function storePendingEdits(): Promise<void> {
  await flush?.();
}
