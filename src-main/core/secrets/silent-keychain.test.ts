import { afterEach, expect, test, vi } from 'vitest';
import { createKeytarSecrets } from './keytar.ts';

// A keychain that waits for somebody to unlock it: it neither answers nor refuses.
vi.mock('keytar', () => {
  const never = () => new Promise<never>(() => {});
  return { default: { getPassword: never, setPassword: never, deletePassword: never } };
});

afterEach(() => void vi.useRealTimers());

test.each([
  ['read', () => createKeytarSecrets().get('a')],
  ['stored', () => createKeytarSecrets().set('a', 'a-key-of-some-length')],
  ['removed', () => createKeytarSecrets().remove('a')],
])(
  'a key that cannot be %s because the keychain is silent: after five seconds it is said what to do',
  async (_what, ask) => {
    vi.useFakeTimers();
    let outcome: unknown = 'waiting';
    ask().then(
      () => (outcome = 'answered'),
      (thrown: unknown) => (outcome = thrown),
    );
    await vi.advanceTimersByTimeAsync(4_999);
    expect(outcome).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toMatchObject({ code: 'keychain_unavailable', message: expect.stringContaining('Unlock it') });
    expect(String(outcome)).not.toContain('a-key-of-some-length');
    expect(vi.getTimerCount()).toBe(0);
  },
);
