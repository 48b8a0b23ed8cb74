import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { coreCalls } from '#shared/contract/names.ts';
import { OrganizerError } from '#shared/errors.ts';
import { type CoreHandlers, createDispatcher } from './dispatcher.ts';

const laneOpen = { condition: 'open', reason: null, message: null, resumesAt: null } as const;

function setUp(overrides: Partial<CoreHandlers<string>> = {}) {
  const lines: string[] = [];
  const ran: unknown[] = [];
  const notAsked = () => {
    throw new Error('a handler that this test does not expect');
  };
  const handlers = {
    ...Object.fromEntries(coreCalls.map((name) => [name, notAsked])),
    deleteDrafts: (_context: string, input: { ids: string[] }) => {
      ran.push(input);
      return { done: input.ids.length };
    },
    ...overrides,
  } as CoreHandlers<string>;
  const dispatch = createDispatcher({
    handlers,
    context: async () => 'workspace',
    log: (line) => void lines.push(line),
  });
  return { dispatch, lines, ran };
}

const bad = { ok: false, error: { code: 'bad_message', message: expect.any(String) } };

describe('what the contract allows', () => {
  test('runs, and the answer carries the number of the call', async () => {
    const { dispatch, ran } = setUp();
    const response = await dispatch({ id: 7, call: 'deleteDrafts', input: { ids: ['a', 'b'] } });
    expect(response).toEqual({ id: 7, answer: { ok: true, value: { done: 2 } } });
    expect(ran).toEqual([{ ids: ['a', 'b'] }]);
  });

  test('reaches the window without what the contract does not name', async () => {
    const withSecret = { ...laneOpen, apiKey: 'k-secret' };
    const { dispatch } = setUp({ setSending: () => withSecret });
    const response = await dispatch({ id: 1, call: 'setSending', input: { paused: true } });
    expect(response?.answer).toEqual({ ok: true, value: laneOpen });
  });
});

describe('what it does not allow is refused before anything runs', () => {
  test.each(['noSuchCall', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'openWorkspace', 'pasteKey', ''])(
    'the name %j',
    async (call) => {
      const { dispatch } = setUp();
      expect(await dispatch({ id: 3, call, input: {} })).toEqual({ id: 3, answer: bad });
    },
  );

  test.each([
    [{ ids: 'a' }],
    [{ ids: [1] }],
    [{ ids: [''] }],
    [{ ids: ['a'], extra: true }],
    [{}],
    [undefined],
    [null],
    ['ids'],
  ])('the input %j', async (input) => {
    const { dispatch, ran } = setUp();
    expect(await dispatch({ id: 3, call: 'deleteDrafts', input })).toEqual({ id: 3, answer: bad });
    expect(ran).toEqual([]);
  });

  test.each([
    [null],
    [undefined],
    [42],
    ['getState'],
    [[]],
    [{}],
    [{ call: 'getState', input: {} }],
    [{ id: -1, call: 'getState', input: {} }],
    [{ id: 1.5, call: 'getState', input: {} }],
    [{ id: '1', call: 'getState', input: {} }],
  ])('the message %j, which has no number to answer to', async (message) => {
    const { dispatch, lines } = setUp();
    expect(await dispatch(message)).toBeNull();
    expect(lines).toHaveLength(1);
  });

  test('a message with fields that nobody knows', async () => {
    const { dispatch, ran } = setUp();
    const message = { id: 1, call: 'deleteDrafts', input: { ids: ['a'] }, more: 1 };
    expect(await dispatch(message)).toEqual({ id: 1, answer: bad });
    expect(ran).toEqual([]);
  });

  test('a message that is larger than any call', async () => {
    const { dispatch, ran } = setUp();
    const message = { id: 1, call: 'deleteDrafts', input: { ids: ['x'.repeat(17_000_000)] } };
    expect(await dispatch(message)).toEqual({ id: 1, answer: bad });
    expect(ran).toEqual([]);
  });

  test('a message that runs in circles', async () => {
    const { dispatch } = setUp();
    const message: Record<string, unknown> = { id: 1, call: 'getState' };
    message.input = { message };
    expect(await dispatch(message)).toEqual({ id: 1, answer: bad });
  });

  test('and the refusal repeats nothing of what was sent', async () => {
    const { dispatch, lines } = setUp();
    const hostile = '<img src=x>';
    const responses = [
      await dispatch({ id: 1, call: hostile, input: {} }),
      await dispatch({ id: 1, call: 'deleteDrafts', input: { [hostile]: hostile } }),
    ];
    expect(JSON.stringify([responses, lines])).not.toContain(hostile);
  });
});

describe('failures become data', () => {
  test('an expected one with its own words', async () => {
    const { dispatch, lines } = setUp({
      getDraft: () => {
        throw new OrganizerError('not_found', 'There is no such draft.');
      },
    });
    const response = await dispatch({ id: 1, call: 'getDraft', input: { id: 'd' } });
    expect(response?.answer).toEqual({
      ok: false,
      error: { code: 'not_found', message: 'There is no such draft.' },
    });
    expect(lines).toEqual([]);
  });

  test('an unexpected one without its words, which go to the log', async () => {
    const { dispatch, lines } = setUp({
      getDraft: () => {
        throw new Error('SELECT secret FROM somewhere');
      },
    });
    const response = await dispatch({ id: 1, call: 'getDraft', input: { id: 'd' } });
    expect(response?.answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(response)).not.toContain('SELECT');
    expect(lines.join('\n')).toContain('SELECT');
  });

  test('an output that breaks the contract', async () => {
    const { dispatch } = setUp({ deleteDrafts: () => ({ done: 'three' }) as never });
    const response = await dispatch({ id: 1, call: 'deleteDrafts', input: { ids: [] } });
    expect(response?.answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  test('a workspace that is not open', async () => {
    const dispatch = createDispatcher({
      handlers: setUp().dispatch as never,
      context: async () => {
        throw new OrganizerError('database_too_new', 'Written by a newer version.');
      },
      log: () => {},
    });
    expect((await dispatch({ id: 1, call: 'getState', input: {} }))?.answer).toMatchObject({
      ok: false,
      error: { code: 'database_too_new' },
    });
  });
});

test('every name of the core is in the contract', () => {
  for (const name of coreCalls) expect(contract[name]).toBeDefined();
});
