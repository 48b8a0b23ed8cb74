/** The edges of the core: everything it needs from the world is handed in, so that tests and processes can choose. */

/** Wall clock and timers. Tests hand in one that they move by hand. */
export type Clock = {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export type Random = {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** A UUID (RFC 9562), unique for ever. Only its last twelve digits are sure to be random. */
  uuid(): string;
};

/** Where API keys live. Accounts are names such as `real`; the secret is never written anywhere else. */
export type Secrets = {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  remove(account: string): Promise<boolean>;
};

/** The WHATWG fetch function: Node's, Electron's or a test's. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** One process among those that send from the same data directory. */
export type SenderIdentity = {
  name: string;
  /** False only when the process of that name is surely gone, so that its work may be taken over at once. */
  isAlive(name: string): boolean;
};
