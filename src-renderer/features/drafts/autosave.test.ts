import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave.ts';

describe('createAutosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp(save: (value: string) => Promise<boolean>) {
    const states: SaveState[] = [];
    return { states, autosave: createAutosave({ delayMs: 500, save, onState: (state) => states.push(state) }) };
  }

  it('stores once, after a pause in typing', async () => {
    const save = vi.fn(async (_value: string) => true);
    const { states, autosave } = setUp(save);
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(400);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(400);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(states.at(-1)).toBe('saved');
    expect(autosave.pending()).toBe(false);
  });

  it('never runs two saves at once, and ends with the newest value', async () => {
    const finish: (() => void)[] = [];
    const save = vi.fn((_value: string) => new Promise<boolean>((resolve) => finish.push(() => resolve(true))));
    const { autosave } = setUp(save);
    autosave.change('first');
    const flushed = autosave.flush();
    autosave.change('second');
    autosave.change('third');
    void autosave.flush();
    expect(save).toHaveBeenCalledTimes(1);
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls.map(([value]) => value)).toEqual(['first', 'third']);
    finish[1]?.();
    await flushed;
    expect(autosave.pending()).toBe(false);
  });

  it('keeps a change that could not be stored, and tries it again at the next flush', async () => {
    let works = false;
    const save = vi.fn(async (_value: string) => works);
    const { states, autosave } = setUp(save);
    autosave.change('kept');
    await autosave.flush();
    expect(states.at(-1)).toBe('failed');
    expect(autosave.pending()).toBe(true);
    works = true;
    await autosave.flush();
    expect(save).toHaveBeenLastCalledWith('kept');
    expect(states.at(-1)).toBe('saved');
  });

  it('does nothing when nothing changed', async () => {
    const save = vi.fn(async (_value: string) => true);
    await setUp(save).autosave.flush();
    expect(save).not.toHaveBeenCalled();
  });
});
