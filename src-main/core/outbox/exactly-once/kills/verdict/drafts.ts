import type { Evidence } from './evidence.ts';
import { groupBy } from './group.ts';

/** Every row of every calendar is one draft, with the content it had, and no draft came from anywhere else. */
export function* judgeDrafts({ rows, drafts }: Evidence): Generator<string> {
  const byRow = groupBy(drafts, (draft) => draft.source_id);
  for (const row of rows) {
    const [draft, ...more] = byRow.get(row.id) ?? [];
    if (draft === undefined) yield `Lost: there is no draft of ${row.id}.`;
    else if (draft.deleted_at !== null) yield `Lost: the draft of ${row.id} is in the trash.`;
    else {
      const { title, startLocal, locationName, channelId } = draft.fields;
      const is = JSON.stringify({ id: row.id, title, startLocal, locationName, channelId });
      if (is !== JSON.stringify(row)) yield `Spoilt: the draft of ${row.id} says ${is}.`;
    }
    if (more.length > 0) yield `Twice: ${row.id} has ${1 + more.length} drafts.`;
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const { id, source_id } of drafts) {
    if (source_id === null || !known.has(source_id)) yield `From nowhere: draft ${id} belongs to no row.`;
  }
}
