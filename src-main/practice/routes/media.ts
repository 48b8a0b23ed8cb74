import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

/** Assumed: 10 MiB. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** Assumed: one part named `file`, an image in one of these formats. */
export const MediaUpload = z.object({
  file: z.file().min(1).max(maxUploadBytes).mime(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
});

export const MediaAnswer = z.object({
  doc: z.object({
    id: z.number().int().describe('Goes into coverImage.'),
    filename: z.string(),
    mimeType: z.string(),
    filesize: z.number().int().describe('In bytes.'),
  }),
});

/** Assumed: the path, the method and both shapes. The docs know the scope `media:create` and that ids are numbers. */
export const uploadMedia = defineOperation({
  id: 'uploadMedia',
  method: 'POST',
  path: '/api/public/v1/media',
  summary: 'Upload an image, to be used as the cover image of an event',
  source: null,
  assumed: 'The path, the method, the body and the answer. Only the scope is documented.',
  access: 'media:create',
  body: MediaUpload,
  bodyType: 'multipart/form-data',
  success: { status: 201, contentType: 'application/json', schema: MediaAnswer },
  handle({ body: { file }, world }) {
    // The bytes are counted and let go: nothing here ever shows the image.
    const doc = world.store.addMedia({ filename: file.name, mimeType: file.type, filesize: file.size });
    return { status: 201, body: { doc } };
  },
});

/** Lets the server read multipart bodies, as a plain object of parts, with the parser that fetch has built in. */
export function acceptMultipart(app: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: maxUploadBytes + 64 * 1024 } as const;
  app.addContentTypeParser('multipart/form-data', options, async (request: FastifyRequest, bytes: Buffer) => {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch((cause: unknown) => {
      throw Object.assign(new Error('The multipart body cannot be read.', { cause }), { statusCode: 400 });
    });
    return Object.fromEntries(form);
  });
}
