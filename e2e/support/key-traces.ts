import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The spellings under which a key could lie about: as it is, percent-encoded, in base64, and in UTF-16. */
export function spellings(key: string): [name: string, bytes: Buffer][] {
  const base64 = [0, 1, 2].map((before): [string, Buffer] => {
    const text = Buffer.from(' '.repeat(before) + key).toString('base64');
    // Without the characters at both ends that depend on what stands before and after.
    return [`base64 after ${before} bytes`, Buffer.from(text.slice(before + 1, text.length - 4))];
  });
  const plain: [string, Buffer][] = [
    ['plain', Buffer.from(key)],
    ['percent-encoded', Buffer.from(encodeURIComponent(key))],
    ['UTF-16, little end first', Buffer.from(key, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(key, 'utf16le').swap16()],
  ];
  return [...plain, ...base64];
}

/** The names of the spellings in which the key is in these bytes. */
export function tracesIn(bytes: Buffer | string, key: string): string[] {
  const searched = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  return spellings(key)
    .filter(([, form]) => searched.includes(form))
    .map(([name]) => name);
}

/** Every file below the folder that holds the key in some spelling, and how many files were read. */
export async function tracesInFiles(folder: string, key: string): Promise<{ files: number; found: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  let files = 0;
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // Chromium takes files of its own away while it runs.
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) continue;
    files += 1;
    found.push(...tracesIn(bytes, key).map((name) => `${path} (${name})`));
  }
  return { files, found };
}
