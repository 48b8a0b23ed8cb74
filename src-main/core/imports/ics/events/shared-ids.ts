/** How many ids are told apart, in bits: with a million ids, one in sixteen is taken for a shared one. */
const BITS = 2 ** 24;

/**
 * Which ids stand at more than one event. It takes two megabytes, however many ids there are, and errs to one side
 * only: now and then an id counts as shared that is not.
 */
export class SharedIds {
  private readonly seen = new Uint8Array(BITS / 8);
  private readonly shared = new Set<number>();

  add(id: string): void {
    if (id === '') return;
    const at = hash(id);
    const bit = 1 << (at & 7);
    const byte = this.seen[at >> 3] ?? 0;
    if ((byte & bit) === 0) this.seen[at >> 3] = byte | bit;
    else this.shared.add(at);
  }

  has(id: string): boolean {
    return id !== '' && this.shared.has(hash(id));
  }

  get isEmpty(): boolean {
    return this.shared.size === 0;
  }
}

/** FNV-1a with 32 bits, cut to the bits that are kept. */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) value = Math.imul(value ^ id.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 24)) & (BITS - 1);
}
