import { parse } from 'yaml';

/** The longest OpenAPI document that is read, in bytes of UTF-8. */
export const LONGEST_DOCUMENT_BYTES = 2 * 1024 * 1024;
const MOST_ALIASES = 100;
const MOST_REFERENCES = 32;

/** A mapping of the document. Read it only with {@link own}: its keys are a stranger's. */
export type DocumentNode = Readonly<Record<string, unknown>>;

export type ContractDocument =
  | { readonly readable: true; readonly root: DocumentNode }
  | { readonly readable: false; readonly why: string };

/** Narrows to a mapping; lists and scalars are none. */
export function isNode(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value a mapping or list itself has under a key; never one it inherits. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as DocumentNode)[key];
}

/**
 * Reads an OpenAPI 3 document (YAML; JSON is YAML too). What cannot be read is an answer, not an error: the app then
 * goes on with the documented fields alone.
 */
export function readContractDocument(text: string): ContractDocument {
  if (Buffer.byteLength(text, 'utf8') > LONGEST_DOCUMENT_BYTES) return unreadable('it is longer than 2 MB');
  let root: unknown;
  try {
    // 'error' mutes warnings only; 'silent' would also hide that a document is broken.
    root = parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error' });
  } catch {
    return unreadable('it is not valid YAML');
  }
  const version = own(root, 'openapi');
  if (!isNode(root) || typeof version !== 'string' || !version.startsWith('3.'))
    return unreadable('it is not an OpenAPI 3 document');
  return { readable: true, root };
}

/**
 * Follows `$ref` until something else stands there. Only references into the same document are followed (RFC 6901);
 * undefined when one leads outside, nowhere, or through more than 32 steps (a circle).
 */
export function follow(root: DocumentNode, value: unknown): unknown {
  let here = value;
  for (let steps = 0; steps <= MOST_REFERENCES; steps++) {
    const reference = own(here, '$ref');
    if (reference === undefined) return here;
    here = typeof reference === 'string' ? atPointer(root, reference) : undefined;
  }
  return undefined;
}

function atPointer(root: DocumentNode, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let here: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decoded(part);
    here = key === undefined ? undefined : own(here, key);
  }
  return here;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return undefined;
  }
}

function unreadable(why: string): ContractDocument {
  return { readable: false, why };
}
