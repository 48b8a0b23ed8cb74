import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '#shared/contract/client.ts';
import type { Topic } from '#shared/contract/names.ts';
import { createLiveQuery, forgetWorkspace, startLiveUpdates } from './live-query.ts';

let announce: (changed: Topic[]) => void;
let stop: () => void;

beforeEach(() => {
  vi.stubGlobal('window', {
    organizer: {
      onChanged: (listener: typeof announce) => {
        announce = listener;
        return () => undefined;
      },
    },
  });
  stop = startLiveUpdates();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** Answers that the test gives when it wants to. */
function controlled() {
  const asked: { input: unknown; give: (answer: Answer<string>) => void }[] = [];
  const run = (input: { id: string }) =>
    new Promise<Answer<string>>((give) => {
      asked.push({ input, give });
    });
  return { asked, query: createLiveQuery({ topics: ['drafts'], run, forgetOnChange: true }) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createLiveQuery', () => {
  it('asks only while something shows it, and only for its own topics', async () => {
    const { asked, query } = controlled();
    query.show({ id: 'a' });
    expect(asked).toHaveLength(0);
    const end = query.watch();
    asked[0]?.give({ ok: true, value: 'A' });
    await settle();
    expect(query.store.getState()).toEqual({ value: 'A', error: null, loading: false });
    announce(['outbox', 'state']);
    expect(asked).toHaveLength(1);
    announce(['drafts']);
    expect(asked).toHaveLength(2);
    end();
    announce(['drafts']);
    expect(asked).toHaveLength(2);
  });

  it('answers any number of changes during a call with one more call', async () => {
    const { asked, query } = controlled();
    query.show({ id: 'a' });
    query.watch();
    for (let i = 0; i < 50; i += 1) announce(['drafts']);
    asked[0]?.give({ ok: true, value: 'old' });
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.give({ ok: true, value: 'new' });
    await settle();
    expect(asked).toHaveLength(2);
    expect(query.store.getState().value).toBe('new');
  });

  it('never shows the answer to an earlier question', async () => {
    const { asked, query } = controlled();
    query.show({ id: 'a' });
    query.watch();
    query.show({ id: 'b' });
    asked[0]?.give({ ok: true, value: 'A' });
    await settle();
    expect(query.store.getState().value).toBeNull();
    asked[1]?.give({ ok: true, value: 'B' });
    await settle();
    expect(query.store.getState().value).toBe('B');
  });

  it('keeps the old answer beside an error, and forgets both with the workspace', async () => {
    const { asked, query } = controlled();
    query.show({ id: 'a' });
    query.watch();
    asked[0]?.give({ ok: true, value: 'A' });
    await settle();
    query.refetch();
    asked[1]?.give({ ok: false, error: { code: 'unexpected', message: 'No.' } });
    await settle();
    expect(query.store.getState()).toMatchObject({ value: 'A', error: { code: 'unexpected' } });
    forgetWorkspace();
    expect(query.store.getState()).toEqual({ value: null, error: null, loading: false });
  });
});
