import Table from 'cli-table3';
import type { PracticeServer } from '#practice/server.ts';
import type { DemoResult } from './publish-sample.ts';

/** A table of what reached the channel, as the server tells it. */
export function eventTable(server: PracticeServer): string {
  const table = new Table({ head: ['Start', 'Title', 'Where', 'Times created'], style: { head: [], border: [] } });
  const effects = server.effectsByKey();
  const events = server.events().map(({ doc, idempotencyKey }) => ({
    start: String(doc.startAt),
    title: String(doc.title),
    where: String(doc.locationName ?? ''),
    times: idempotencyKey === null ? '?' : String(effects.get(idempotencyKey) ?? 0),
  }));
  for (const { start, title, where, times } of events.toSorted((a, b) => a.start.localeCompare(b.start))) {
    table.push([start.slice(0, 16).replace('T', ' '), title, where, times]);
  }
  return table.toString();
}

/** The proof: as many events as valid rows, and none created twice. Returns what is wrong, or an empty list. */
export function problems(server: PracticeServer, { validRows }: DemoResult): string[] {
  const events = server.events().length;
  const twice = [...server.effectsByKey()].filter(([, effects]) => effects !== 1);
  return [
    ...(validRows === 0 ? ['No row of the sample calendar was valid.'] : []),
    ...(events === validRows ? [] : [`${validRows} valid rows, but ${events} events on the server.`]),
    ...twice.map(([key, effects]) => `${key} was created ${effects} times.`),
  ];
}
