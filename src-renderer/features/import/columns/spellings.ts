import type { ImportPlanView } from '#shared/contract/import-views.ts';

/**
 * Every other spelling of these groups with the one that replaces it.
 * @param chosen one of the spellings; default: that of most rows
 */
export function spellingsOf(
  groups: readonly ImportPlanView['venueGroups'][number][],
  chosen?: string,
): Record<string, string> {
  return Object.fromEntries(
    groups.flatMap((group) => {
      const kept = chosen ?? group.chosen;
      return group.spellings.filter(({ value }) => value !== kept).map(({ value }) => [value, kept] as const);
    }),
  );
}
