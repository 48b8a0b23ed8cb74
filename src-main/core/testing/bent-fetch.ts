import type { Fetch } from '../ports.ts';
import { nodeFetch } from './organizers.ts';

type Request = { method: string; path: string };

/** A fetch that shows each request to `before`, and lets `after` replace its answer. Failures pass through. */
export function bentFetch(hooks: {
  before?: (request: Request) => void;
  after?: (request: Request, response: Response) => Response | Promise<Response>;
  failed?: (request: Request) => void;
}): Fetch {
  return async (url, init) => {
    const { pathname, search } = new URL(url);
    const request = { method: init?.method ?? 'GET', path: pathname.replace('/api/public/v1', '') + search };
    hooks.before?.(request);
    try {
      const response = await nodeFetch(url, init);
      return hooks.after ? await hooks.after(request, response) : response;
    } catch (thrown) {
      hooks.failed?.(request);
      throw thrown;
    }
  };
}
