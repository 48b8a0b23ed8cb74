import { expect, test } from 'vitest';
import { base, read, startForTest } from '../test-support.ts';

const upload = async (file: Blob | string, name = 'file', options: { raw?: string; type?: string } = {}) => {
  const server = await startForTest({ scopes: ['media:create'] });
  const form = new FormData();
  if (typeof file === 'string') form.set(name, file);
  else form.set(name, file, 'roof.png');
  const headers = { authorization: `Bearer ${server.key}`, ...(options.type && { 'content-type': options.type }) };
  return read(fetch(`${server.url}${base}/media`, { method: 'POST', headers, body: options.raw ?? form }));
};

test('an image becomes a number, to be used as coverImage', async () => {
  expect(await upload(new Blob([new Uint8Array(2_000_000)], { type: 'image/png' }))).toMatchObject({
    status: 201,
    body: { doc: { id: 1, filename: 'roof.png', mimeType: 'image/png', filesize: 2_000_000 } },
  });
});

test.each<[string, () => ReturnType<typeof upload>]>([
  ['another type', () => upload(new Blob(['%PDF'], { type: 'application/pdf' }))],
  ['another part', () => upload(new Blob(['x'], { type: 'image/png' }), 'picture')],
  ['a text part', () => upload('roof.png')],
  ['an empty file', () => upload(new Blob([], { type: 'image/png' }))],
  ['no multipart at all', () => upload('', 'file', { raw: '{}', type: 'application/json' })],
  ['a broken multipart body', () => upload('', 'file', { raw: 'nonsense', type: 'multipart/form-data; boundary=x' })],
  ['a multipart body without a boundary', () => upload('', 'file', { raw: 'x', type: 'multipart/form-data' })],
])('refuses %s with 400', async (_, run) => {
  expect(await run()).toMatchObject({ status: 400, code: 'invalid_request' });
});

test('refuses more than ten megabytes', async () => {
  const answer = await upload(new Blob([new Uint8Array(10 * 1024 * 1024 + 1)], { type: 'image/png' }));
  expect(answer).toMatchObject({ status: 400, code: 'invalid_request' });
});
