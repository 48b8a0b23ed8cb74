/** More than any call needs: the largest are a draft with a long description and a list of 200,000 ids. */
export const LARGEST_MESSAGE = { units: 16_000_000, nodes: 1_000_000 } as const;

/**
 * True when a message is larger than any call needs: counted in UTF-16 units of text (or bytes of buffers) and in
 * values. Stops counting as soon as it knows, and takes no harm from depth or from circles.
 */
export function isTooLarge(message: unknown, limits: { units: number; nodes: number } = LARGEST_MESSAGE): boolean {
  const waiting: unknown[] = [message];
  let units = 0;
  let nodes = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    nodes += 1;
    if (typeof value === 'string') units += value.length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) units += value.byteLength;
    else if (value instanceof Map || value instanceof Set) nodes += value.size * 2;
    else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      if (nodes + waiting.length + keys.length > limits.nodes) return true;
      for (const key of keys) {
        if (!Array.isArray(value)) units += key.length;
        waiting.push((value as Record<string, unknown>)[key]);
      }
    }
    if (units > limits.units || nodes > limits.nodes) return true;
  }
  return false;
}
