import { readText } from '../api/read-text.ts';
import type { Fetch } from '../ports.ts';
import { LONGEST_DOCUMENT_BYTES } from './contract-document.ts';

/** Public, YAML (documented, page versioning-and-openapi). */
export const DOCUMENT_PATH = '/api/developer/openapi/public-api-v1';

/** Patience for the document, in ms: somebody may be waiting to publish. */
export const DOCUMENT_TIMEOUT_MS = 3_000;

const LONGEST_VALIDATOR = 300;

/** What a later request is made conditional with (RFC 9110 §13.1). */
export type Validators = { etag: string | null; lastModified: string | null };

export type FetchedDocument =
  | ({ kind: 'document'; text: string } & Validators)
  | { kind: 'unchanged' }
  | { kind: 'trouble'; why: string };

/** Asks for the document, without any key. Never throws, never follows a redirect. */
export async function fetchDocument(
  { fetch, apiUrl }: { fetch: Fetch; apiUrl: string },
  known: Validators,
  signal: AbortSignal,
): Promise<FetchedDocument> {
  try {
    const response = await fetch(apiUrl.replace(/\/+$/, '') + DOCUMENT_PATH, {
      method: 'GET',
      headers: {
        accept: 'application/yaml, application/json;q=0.9, */*;q=0.1',
        ...(known.etag !== null && { 'if-none-match': known.etag }),
        ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }),
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(DOCUMENT_TIMEOUT_MS)]),
    });
    if (response.status === 304) return { kind: 'unchanged' };
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: 'trouble', why: `the answer was status ${response.status}` };
    }
    const text = await readText(response, LONGEST_DOCUMENT_BYTES);
    return { kind: 'document', text, etag: header(response, 'etag'), lastModified: header(response, 'last-modified') };
  } catch (thrown) {
    const tooLong = thrown instanceof Error && thrown.message === 'answer_too_large';
    return { kind: 'trouble', why: tooLong ? 'it is longer than 2 MB' : 'it could not be reached' };
  }
}

function header(response: Response, name: string): string | null {
  const value = response.headers.get(name);
  return value !== null && value.length <= LONGEST_VALIDATOR ? value : null;
}
