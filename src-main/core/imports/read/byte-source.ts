import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that can be walked from the start as often as needed, piece by piece, so that memory does not grow with them. */
export type ByteSource = {
  /** In bytes. */
  size: number;
  chunks(): Iterable<Uint8Array>;
};

const CHUNK_BYTES = 64 * 1024;

/** A file on the disk. The chunks are valid until the next one is asked for. @throws Error of `node:fs`, also while it is walked. */
export function fileSource(path: string): ByteSource {
  return {
    size: withFile(path, (file) => fstatSync(file).size),
    *chunks() {
      const file = openSync(path, 'r');
      try {
        const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
        for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) yield chunk.subarray(0, read);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Bytes that are in memory already, such as what was pasted. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    *chunks() {
      for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    },
  };
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}
