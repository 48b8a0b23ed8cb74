/**
 * Two-byte encodings keep their everyday characters together: level 1 of GB 2312 and of JIS X 0208, the frequent half
 * of Big5, the Hangul of KS X 1001, and the rows of signs and kana. Text in the wrong encoding falls outside.
 */
const everydayLeads: Record<string, readonly [number, number][]> = {
  GB18030: [
    [0xa1, 0xa5],
    [0xb0, 0xd7],
  ],
  'EUC-JP': [
    [0xa1, 0xa5],
    [0xb0, 0xcf],
  ],
  'EUC-KR': [
    [0xa1, 0xa3],
    [0xb0, 0xc8],
  ],
  Big5: [[0xa1, 0xc5]],
  Shift_JIS: [
    [0x81, 0x83],
    [0x88, 0x97],
  ],
};

const WEIGHT = 0.6;

/** From -0.3 (no pair is an everyday character) to 0.3 (all are); 0 for encodings of one byte. */
export function commonPairs(bytes: Uint8Array, encoding: string): number {
  const ranges = everydayLeads[encoding];
  if (ranges === undefined) return 0;
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    pairs += 1;
    if (ranges.some(([low, high]) => lead >= low && lead <= high)) common += 1;
    index += 1;
  }
  return pairs === 0 ? 0 : (common / pairs - 0.5) * WEIGHT;
}
