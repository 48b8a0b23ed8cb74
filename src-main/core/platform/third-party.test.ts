import SwaggerParser from '@apidevtools/swagger-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contractNames, startPracticeServer } from '#practice/server.ts';
import { startForTest } from '#practice/test-support.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import type { Fetch } from '../ports.ts';
import { addDrafts, nodeFetch, openOrganizer, publishAll } from '../testing/organizers.ts';
import { capabilitiesOf } from './capabilities-of.ts';
import { readContractDocument } from './contract-document.ts';

/*
 * Nothing here is judged by our own reading of OpenAPI: the documents by Swagger Parser, what crosses the wire by Ajv.
 */

const PATH = '/api/developer/openapi/public-api-v1';
type Document = Awaited<ReturnType<typeof SwaggerParser.validate>> & { paths: object };

async function documentOf(contract: (typeof contractNames)[number]): Promise<{ text: string; document: Document }> {
  const server = await startForTest({ contract });
  const text = await (await fetch(server.url + PATH)).text();
  return { text, document: parse(text) };
}

/** Tells by a schema of the document, named by its JSON pointer, what is wrong with a value; null when nothing is. */
function judge(document: object): (pointer: string, value: unknown) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'document');
  return (pointer, value) => {
    const check = ajv.compile({ $ref: `document#${pointer}` });
    return check(value) ? null : ajv.errorsText(check.errors);
  };
}

test.each(contractNames)('the document of “%s” is valid OpenAPI', async (contract) => {
  const { document } = await documentOf(contract);
  await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ openapi: '3.1.0' });
});

test.each(contractNames)('in the document of “%s” we find the operations that the parser finds', async (contract) => {
  const { text, document } = await documentOf(contract);
  const read = readContractDocument(text);
  if (!read.readable) throw new Error(read.why);
  const { routes, fields } = capabilitiesOf(read.root);
  const plain = (await SwaggerParser.dereference(document)) as unknown as Paths;
  const [path, create] = Object.entries(plain.paths)
    .flatMap(([at, methods]) => Object.values(methods).map((method) => [at, method] as const))
    .find(([, method]) => method.operationId === 'createEvent') ?? ['', undefined];
  expect(routes.createEvent.route?.path).toBe(path);
  const { properties = {}, required = [] } = create?.requestBody?.content['application/json']?.schema ?? {};
  const ours = fields.filter(({ name, source }) => source === 'document' && !/[.[]/.test(name));
  expect(ours.map(({ name }) => name).sort()).toEqual(Object.keys(properties).sort());
  expect(
    ours
      .filter((field) => field.required)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(required.toSorted());
});

type Schema = { properties?: object; required?: string[] };
type Method = { operationId?: string; requestBody?: { content: Record<string, { schema: Schema }> } };
type Paths = { paths: Record<string, Record<string, Method>> };

const season: Partial<DraftFields>[] = [
  {},
  { description: 'Bring a coat.', capacity: 80, endLocal: '2026-07-12T23:00', locationName: 'Roof', coverImage: 4 },
  { publishAs: 'draft', placeName: 'Ciudad de México', countryCode: 'MX', classifications: ['music', 'film'] },
  { offers: [{ name: 'Door', url: 'https://tickets.example/1', availability: 'available' }] },
  { title: ' ¿Jazz? 🎷 ', timeZone: 'Asia/Kathmandu', startLocal: '2026-02-28T00:00' },
];

test.each(['full', 'minimal', 'deprecated'] as const)(
  'what we send to “%s”, and what comes back, is as its document says',
  async (contract) => {
    const server = await startForTest({ contract });
    const check = judge(parse(await (await fetch(server.url + PATH)).text()));
    const sent: unknown[] = [];
    const answers: unknown[] = [];
    const recording: Fetch = async (url, init) => {
      const response = await nodeFetch(url, init);
      if (init?.method === 'POST') {
        sent.push(JSON.parse(new TextDecoder().decode(init.body as Uint8Array)));
        answers.push(await response.clone().json());
      }
      return response;
    };
    const organizer = await openOrganizer({ server, fetch: recording });
    await organizer.keys.set(server.key);
    for (const change of season) addDrafts(organizer, 1, change);
    publishAll(organizer);
    await organizer.drain();
    expect(sent).toHaveLength(season.length);
    for (const body of sent) expect(check('/components/schemas/createEventBody', body)).toBeNull();
    for (const answer of answers) expect(check('/components/schemas/createEventAnswer', answer)).toBeNull();
  },
);

test('the judge finds what is wrong', async () => {
  const server = await startPracticeServer();
  const check = judge(parse(await (await fetch(server.url + PATH)).text()));
  await server.close();
  expect(check('/components/schemas/createEventBody', { title: 'Jazz' })).toContain('channelId');
  await expect(SwaggerParser.validate({ openapi: '3.1.0', info: {} } as never)).rejects.toThrow();
});
