import { documentedCapabilities } from '#shared/platform/documented.ts';
import { type DocumentNode, follow, isNode, own } from '../contract-document.ts';

const documentedCreate = documentedCapabilities.routes.createEvent.route;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** More routes than this are not looked at. */
const MOST_ROUTES = 1_000;

/** One operation of the document, with its references still in it. */
export type DocumentOperation = { method: string; path: string; node: DocumentNode };

/**
 * Every operation with its path below the platform's address. Of `servers` only the path counts: another host is never
 * taken from a document, because the key would go there.
 */
export function operationsOf(root: DocumentNode): DocumentOperation[] {
  const paths = own(root, 'paths');
  if (!isNode(paths)) return [];
  const prefix = serverPath(root) || missingPrefix(Object.keys(paths));
  return Object.keys(paths)
    .filter((path) => path.startsWith('/'))
    .slice(0, MOST_ROUTES)
    .flatMap((path) => {
      const item = follow(root, own(paths, path));
      return METHODS.flatMap((method) => {
        const node = follow(root, own(item, method));
        return isNode(node) ? [{ method: method.toUpperCase(), path: prefix + path, node }] : [];
      });
    });
}

function serverPath(root: DocumentNode): string {
  const url = own(own(own(root, 'servers'), '0'), 'url');
  if (typeof url !== 'string') return '';
  try {
    // Relative addresses are allowed (OpenAPI 3.1, Server Object).
    return new URL(url, 'https://platform.invalid').pathname.replace(/\/+$/, '');
  } catch {
    return '';
  }
}

/**
 * Of a document that names no address, the part of the documented create path that its own lacks: `/api/public/v1` when
 * it lists `/events`.
 */
function missingPrefix(paths: string[]): string {
  const create = documentedCreate?.path ?? '';
  if (paths.includes(create)) return '';
  const tail = paths.find((path) => path.startsWith('/') && create.endsWith(path));
  return tail === undefined ? '' : create.slice(0, -tail.length);
}

/** The schema of the request body in one media type, or undefined. */
export function bodySchema(root: DocumentNode, { node }: DocumentOperation, mediaType: string): unknown {
  return contentSchema(root, follow(root, own(node, 'requestBody')), mediaType);
}

/** The schema of the first 2xx answer in JSON, or undefined. */
export function answerSchema(root: DocumentNode, { node }: DocumentOperation): unknown {
  const responses = own(node, 'responses');
  const status = isNode(responses) ? Object.keys(responses).find((key) => /^2(?:\d\d|XX)$/.test(key)) : undefined;
  return status === undefined
    ? undefined
    : contentSchema(root, follow(root, own(responses, status)), 'application/json');
}

function contentSchema(root: DocumentNode, holder: unknown, mediaType: string): unknown {
  const content = own(holder, 'content');
  if (!isNode(content)) return undefined;
  // `application/json; charset=utf-8` is JSON too.
  const type = Object.keys(content).find((key) => key.split(';', 1)[0]?.trim().toLowerCase() === mediaType);
  return type === undefined ? undefined : follow(root, own(own(content, type), 'schema'));
}
