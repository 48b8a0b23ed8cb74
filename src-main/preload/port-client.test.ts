import { beforeEach, describe, expect, test } from 'vitest';
import { createPortClient, type Port, type PortClient } from './port-client.ts';

class FakePort implements Port {
  readonly sent: { id: number; call: string; input: unknown }[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  closed = false;
  private readonly onClose: (() => void)[] = [];
  postMessage(message: unknown) {
    if (typeof (message as { input: unknown }).input === 'function') throw new Error('cannot be cloned');
    this.sent.push(message as FakePort['sent'][number]);
  }
  close() {
    this.closed = true;
  }
  addEventListener(_type: 'close', listener: () => void) {
    this.onClose.push(listener);
  }
  answer(index: number, value: unknown) {
    this.onmessage?.({ data: { id: this.sent[index]?.id, answer: { ok: true, value } } });
  }
  die() {
    for (const listener of this.onClose) listener();
  }
}

let client: PortClient;
beforeEach(() => {
  client = createPortClient(['state', 'drafts']);
});

const lost = { ok: false, error: { code: 'unexpected' } };

test('calls from before the channel wait for it, in order', async () => {
  const answers = [client.call('getState', {}), client.call('listImports', {})];
  const port = new FakePort();
  client.attach(port);
  expect(port.sent.map(({ call }) => call)).toEqual(['getState', 'listImports']);
  port.answer(1, 'imports');
  port.answer(0, 'state');
  expect(await Promise.all(answers)).toEqual([
    { ok: true, value: 'state' },
    { ok: true, value: 'imports' },
  ]);
});

describe('when the core dies', () => {
  test('reads are asked again, everything else is answered', async () => {
    const first = new FakePort();
    client.attach(first);
    const read = client.call('listDrafts', {});
    const change = client.call('saveDraft', {});
    first.die();
    expect(await change).toMatchObject(lost);
    const second = new FakePort();
    client.attach(second);
    expect(second.sent.map(({ call }) => call)).toEqual(['listDrafts']);
    second.answer(0, 'drafts');
    expect(await read).toEqual({ ok: true, value: 'drafts' });
  });

  test('a read that brings it down is not asked for ever', async () => {
    const read = client.call('getState', {});
    for (let life = 0; life < 2; life += 1) {
      const port = new FakePort();
      client.attach(port);
      port.die();
    }
    expect(await read).toMatchObject(lost);
  });

  test('calls made meanwhile wait, also those that change something', async () => {
    const first = new FakePort();
    client.attach(first);
    first.die();
    const change = client.call('saveDraft', {});
    const second = new FakePort();
    client.attach(second);
    second.answer(0, 'saved');
    expect(await change).toEqual({ ok: true, value: 'saved' });
  });

  test('everything on the screen is read again from the next one, not at the first', () => {
    const heard: unknown[] = [];
    client.onChanged((changed) => heard.push(changed));
    client.attach(new FakePort());
    expect(heard).toEqual([]);
    client.attach(new FakePort());
    expect(heard).toEqual([['state', 'drafts']]);
  });
});

test('another workspace takes the place of the one before', async () => {
  const [first, second] = [new FakePort(), new FakePort()];
  client.attach(first);
  const change = client.call('publish', {});
  client.attach(second);
  expect(first.closed).toBe(true);
  expect(await change).toMatchObject(lost);
  // The old channel's end comes late and must not take the new one down.
  first.die();
  void client.call('getState', {});
  expect(second.sent).toHaveLength(1);
});

test('notices reach who listens, until he stops', () => {
  const port = new FakePort();
  const heard: unknown[] = [];
  client.attach(port);
  const stop = client.onChanged((changed) => heard.push(changed));
  port.onmessage?.({ data: { changed: ['outbox'] } });
  stop();
  port.onmessage?.({ data: { changed: ['drafts'] } });
  expect(heard).toEqual([['outbox']]);
});

test('what cannot be sent is answered', async () => {
  client.attach(new FakePort());
  expect(await client.call('getState', () => {})).toMatchObject({ ok: false, error: { code: 'bad_message' } });
});
