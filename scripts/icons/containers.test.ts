import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inProject } from '../runtime/paths.ts';
import { icns, icnsTypes, ico, icoSizes, pngSizes } from './containers.ts';

const png = (size: number) => readFile(inProject('resources', 'icons', `${size}x${size}.png`));

test('each PNG has the size of its name', async () => {
  for (const size of pngSizes) {
    const image = await png(size);
    // Width and height stand at the start of the first chunk. Source: PNG specification, IHDR.
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test('the icons of Windows and macOS hold the same pictures', async () => {
  const forWindows = ico(await Promise.all(icoSizes.map(async (size) => ({ size, png: await png(size) }))));
  expect(forWindows.equals(await readFile(inProject('resources', 'icon.ico')))).toBe(true);
  const forMac = icns(await Promise.all(icnsTypes.map(async ({ type, size }) => ({ type, png: await png(size) }))));
  expect(forMac.equals(await readFile(inProject('resources', 'icon.icns')))).toBe(true);
});

test('a Windows icon points at each of its pictures', () => {
  const [small, large] = [Buffer.from('small'), Buffer.from('large one')];
  const file = ico([
    { size: 16, png: small },
    { size: 256, png: large },
  ]);
  const entry = (index: number) => {
    const at = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    return { side: file.readUInt8(at), picture: file.subarray(offset, offset + length).toString() };
  };
  expect(file.readUInt16LE(4)).toBe(2);
  expect([entry(0), entry(1)]).toEqual([
    { side: 16, picture: 'small' },
    { side: 0, picture: 'large one' },
  ]);
});

test('a macOS icon gives the length of each part with its head', () => {
  const file = icns([{ type: 'ic07', png: Buffer.from('abc') }]);
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', 19]);
  expect([file.toString('latin1', 8, 12), file.readUInt32BE(12)]).toEqual(['ic07', 11]);
});
