/** The sizes in pixels that are painted: those of the freedesktop icon theme, and 1024 for macOS. */
export const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

/** What a Windows icon holds; larger ones do not fit its size field. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** Apple's four-letter names for PNG entries. Those for high-density screens hold twice the pixels of their name. */
export const icnsTypes = [
  { type: 'icp4', size: 16 },
  { type: 'icp5', size: 32 },
  { type: 'ic11', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic08', size: 256 },
  { type: 'ic13', size: 256 },
  { type: 'ic09', size: 512 },
  { type: 'ic14', size: 512 },
  { type: 'ic10', size: 1024 },
] as const;

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/** A Windows icon of PNG images (Windows Vista and later read those). */
export function ico(images: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(icoHeaderBytes + images.length * icoEntryBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = icoHeaderBytes + index * icoEntryBytes;
    // One byte each for width and height: 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** A macOS icon: a length-prefixed list of named PNG images, numbers with the high byte first. */
export function icns(images: readonly { type: string; png: Buffer }[]): Buffer {
  const entries = images.map(({ type, png }) => named(type, png));
  return named('icns', Buffer.concat(entries));
}

function named(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
