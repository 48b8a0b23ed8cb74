/**
 * Where words go: with `--json`, standard output carries one JSON document and nothing else. Everything for people
 * while a command runs goes to standard error.
 */
export type Output = {
  /** The command's result: a JSON document, or `lines` for people. */
  result(document: unknown, lines: () => string): void;
  /** A remark for people, on standard error. */
  note(line: string): void;
};

export function createOutput(json: boolean): Output {
  return {
    result: (document, lines) => process.stdout.write(json ? `${JSON.stringify(document)}\n` : withNewline(lines())),
    note: (line) => void process.stderr.write(withNewline(line)),
  };
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
