import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import { backOffMs, countEnd } from './back-off.ts';
import { type Child, supervise } from './supervisor.ts';

/** A process that does what the test says. */
class FakeChild extends EventEmitter {
  readonly asked: { id: number; request: unknown }[] = [];
  killed = false;
  postMessage(message: unknown) {
    this.asked.push(message as { id: number; request: unknown });
  }
  kill() {
    this.killed = true;
    this.emit('exit', 143);
    return true;
  }
  answer(index: number, value: unknown) {
    this.emit('message', { id: this.asked[index]?.id, answer: { ok: true, value } });
  }
}

let children: FakeChild[];
let waits: { ms: number; done: () => void }[];
let restarts: number;
let lines: string[];

beforeEach(() => {
  children = [];
  waits = [];
  restarts = 0;
  lines = [];
});

function setUp() {
  return supervise<string>({
    name: 'core',
    fork: () => {
      const child = new FakeChild();
      children.push(child);
      return child as Child;
    },
    closeRequest: 'close',
    onRestarted: () => {
      restarts += 1;
    },
    log: (line) => lines.push(line),
    wait: (ms) => new Promise((done) => waits.push({ ms, done })),
    now: () => 0,
  });
}

async function passWait() {
  waits.shift()?.done();
  await new Promise((resolve) => setImmediate(resolve));
}

describe('asking', () => {
  test('each question gets its own answer, in any order', async () => {
    const service = setUp();
    const [first, second] = [service.ask('a'), service.ask('b')];
    children[0]?.answer(1, 'to b');
    children[0]?.answer(0, 'to a');
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'to a' },
      { ok: true, value: 'to b' },
    ]);
  });

  test('a crash answers what was open, and a question while nothing runs', async () => {
    const service = setUp();
    const open = service.ask('a');
    children[0]?.emit('exit', 9);
    expect(await open).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(await service.ask('b')).toMatchObject({ ok: false });
  });

  test('an answer of another shape is not believed', async () => {
    const service = setUp();
    const open = service.ask('a');
    children[0]?.emit('message', { id: 1, answer: { ok: true }, extra: 1 });
    children[0]?.emit('message', 'hello');
    children[0]?.answer(0, 'real');
    expect(await open).toEqual({ ok: true, value: 'real' });
    expect(lines).toHaveLength(2);
  });
});

describe('an end that nobody asked for', () => {
  test('is followed by a new process, later each time', async () => {
    setUp();
    const seen: number[] = [];
    for (let end = 0; end < 8; end += 1) {
      children.at(-1)?.emit('exit', 139);
      seen.push(waits[0]?.ms ?? -1);
      await passWait();
    }
    expect(seen).toEqual([100, 500, 2_000, 5_000, 15_000, 30_000, 30_000, 30_000]);
    expect(children).toHaveLength(9);
    expect(restarts).toBe(8);
  });

  test('after a healthy time starts the count anew', () => {
    expect(countEnd(5, 60_000)).toBe(1);
    expect(countEnd(5, 59_999)).toBe(6);
    expect(backOffMs(0)).toBe(100);
  });
});

describe('stopping', () => {
  test('asks first, then makes it end, and starts nothing again', async () => {
    const service = setUp();
    const stopped = service.stop(1_000);
    expect(children[0]?.asked.at(-1)?.request).toBe('close');
    children[0]?.answer(0, null);
    await stopped;
    expect(children[0]?.killed).toBe(true);
    expect(children).toHaveLength(1);
    expect(restarts).toBe(0);
  });

  test('does not wait for ever', async () => {
    const service = setUp();
    const stopped = service.stop(1_000);
    await passWait();
    await stopped;
    expect(children[0]?.killed).toBe(true);
  });

  test('while a restart is due, it does not happen', async () => {
    const service = setUp();
    children[0]?.emit('exit', 9);
    const stopped = service.stop(1_000);
    await passWait();
    await stopped;
    expect(children).toHaveLength(1);
  });
});
