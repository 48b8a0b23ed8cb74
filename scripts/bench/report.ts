/** What a suite of benchmarks is asked for. */
export type SuiteOptions = {
  /** A look whether it runs at all: small numbers, and figures that mean little. */
  quick: boolean;
  /** A line for people who wait. */
  note: (line: string) => void;
};

/** Which side of a ratio is good. */
export type Target = { atLeast: number } | { atMost: number };

/** One measured thing. Ratios are the result; absolute figures belong to the machine that made them. */
export type Row = {
  what: string;
  /** Absolute figure with its unit, for context. */
  figure: string;
  /** Against the baseline of this section, measured in the same run; null for the baseline itself. */
  ratio: number | null;
  /** The lowest and highest ratio of any round: how far the machine's noise went. */
  range: readonly [number, number] | null;
  target: Target | null;
  /** Left empty when there is nothing to add. */
  remark: string;
};

export type Section = { title: string; baseline: string; rows: Row[]; remarks: string[] };

export type Report = {
  suite: string;
  quick: boolean;
  /** Names and versions of what took part. */
  surroundings: Record<string, string>;
  sections: Section[];
};

export type Verdict = 'ok' | 'MISSED' | '';

/** Whether a row keeps its target. Empty when it has none. */
export function verdict({ ratio, target }: Pick<Row, 'ratio' | 'target'>): Verdict {
  if (target === null || ratio === null) return '';
  const kept = 'atLeast' in target ? ratio >= target.atLeast : ratio < target.atMost;
  return kept ? 'ok' : 'MISSED';
}

/** The report as one JSON document, each row with its verdict. */
export function toJson(report: Report): string {
  const sections = report.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, verdict: verdict(row) })),
  }));
  return `${JSON.stringify({ ...report, sections }, null, 2)}\n`;
}
