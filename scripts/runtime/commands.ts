import { type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { delimiter, join } from 'node:path';

/** A step of the tooling failed in a way that a person can act on. The message says what to do. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

export type Outcome = { code: number; stdout: string; stderr: string };

/** Runs a program and collects what it says. Never rejects: a program that cannot start has code 127. */
export function capture(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), stdout, stderr }));
  });
}

/** Runs a program with its output going straight to the person. Resolves with the exit code. */
export function stream(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    const finish = (code: number) => {
      stopForwarding();
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('close', (code, signal) => finish(exitCode(code, signal)));
  });
}

/** Hands the signals that end a program to `send` instead of dying at once. Returns the function that ends this. */
export function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, send);
  return () => {
    for (const signal of signals) process.off(signal, send);
  };
}

/** The exit code a shell would report: 128 plus the signal's number when a signal ended the program. */
export function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return 128 + (signal ? osConstants.signals[signal] : 0);
}

/** Where the path finds a program of this name; null when it does not. Unix only: no `.exe` is tried. */
export function findOnPath(program: string, path: string = process.env.PATH ?? ''): string | null {
  const candidates = path.split(delimiter).map((directory) => join(directory, program));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
