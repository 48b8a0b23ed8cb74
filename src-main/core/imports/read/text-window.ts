/** The part of a long text that is being looked at: filled from the front, dropped behind. */
export class TextWindow {
  text = '';
  private readonly chunks: Iterator<string>;
  private ended = false;

  constructor(chunks: Iterable<string>) {
    this.chunks = chunks[Symbol.iterator]();
  }

  /** Takes in more until there are so many characters, or the text is at its end. */
  fill(characters: number): void {
    const parts: string[] = [];
    let length = this.text.length;
    while (!this.ended && length < characters) {
      const next = this.chunks.next();
      if (next.done === true) this.ended = true;
      else {
        parts.push(next.value);
        length += next.value.length;
      }
    }
    if (parts.length > 0) this.text += parts.join('');
  }

  /** True when nothing comes after what is in the window. */
  get isLast(): boolean {
    // One chunk further must be looked for: that none was asked for yet proves nothing.
    if (!this.ended) this.fill(this.text.length + 1);
    return this.ended;
  }

  /** Drops what was read. */
  drop(characters: number): void {
    if (characters > 0) this.text = this.text.slice(characters);
  }
}
