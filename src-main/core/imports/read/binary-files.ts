/** Files that are no text at all, and what a person should do with them. Recognised by their first bytes. */

type Signature = { bytes: readonly number[]; what: string };

const signatures: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a spreadsheet (or another zip archive)' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'an empty zip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old spreadsheet or Office document' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x1f, 0x8b], what: 'a compressed archive' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'a database' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich-text document' },
];

/** What a binary file is, or null when it may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  return signatures.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))?.what ?? null;
}

/** Text that is structured otherwise than in rows and columns. */
export function foreignTextKind(text: string): string | null {
  const start = text.slice(0, 500).trimStart().toLowerCase();
  if (start.startsWith('begin:vcard')) return 'an address book';
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'a web page';
  if (start.startsWith('<?xml')) return 'an XML document';
  if (/^(?:\[\s*)?\{\s*"/.test(start)) return 'a JSON document';
  return null;
}

const LARGEST_SHARE_OF_CONTROLS = 0.02;

/** True when the decoded text is full of control characters: no encoding makes it readable. */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 65_536);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const isControl = (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 0x1a) || code === 127;
    if (isControl) controls += 1;
  }
  return controls > 0 && controls / length > LARGEST_SHARE_OF_CONTROLS;
}
