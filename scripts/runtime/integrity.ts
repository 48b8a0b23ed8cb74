import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupError } from './commands.ts';

/** What a file must be: its size and at least one digest, as npm writes them (`sha512-…` in base64) or in hex. */
export type Fingerprint = { bytes: number; integrity?: string; sha256?: string };

/** Throws a `SetupError` unless the file is exactly the pinned one. Nothing of it may run before this has passed. */
export async function verifyFile(path: string, expected: Fingerprint): Promise<void> {
  const sha512 = createHash('sha512');
  const sha256 = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      sha512.update(chunk);
      if (expected.sha256) sha256.update(chunk);
    }
  });
  refuseUnless(bytes === expected.bytes, path, `it has ${bytes} bytes instead of ${expected.bytes}`);
  if (expected.integrity) {
    refuseUnless(`sha512-${sha512.digest('base64')}` === expected.integrity, path, 'its sha512 is not the pinned one');
  }
  if (expected.sha256) {
    refuseUnless(sha256.digest('hex') === expected.sha256, path, 'its sha256 is not the pinned one');
  }
}

function refuseUnless(holds: boolean, path: string, reason: string): void {
  if (!holds) throw new SetupError(`${path} is not the file that was expected: ${reason}. It will not be used.`);
}
