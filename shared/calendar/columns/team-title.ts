import { compactName } from '../text/fold.ts';
import type { ColumnReading, ColumnRole } from '../types.ts';

const HOME = new Set(
  'home, hometeam, heim, heimmannschaft, heimteam, domicile, équipedomicile, recevant, local, equipolocal, casa, squadracasa, thuis, thuisploeg, mandante, gospodarze, gospodarz, хозяева, господарі, hjemme, hemma, hemmalag, koti, domácí'
    .split(', ')
    .map(compactName),
);

const AWAY = new Set(
  'away, awayteam, visitor, visitors, visitingteam, gast, gastmannschaft, gastteam, extérieur, visiteur, visiteurs, visitante, equipovisitante, ospite, ospiti, trasferta, uit, uitploeg, goście, gość, гости, гості, ude, borte, borta, bortalag, vieras, hosté'
    .split(', ')
    .map(compactName),
);

/** A list of matches has no title: the two teams are it. */
export function giveTeams(
  header: readonly string[] | null,
  readings: ReadonlyMap<number, ColumnReading>,
  give: (index: number, role: ColumnRole, reason: string) => void,
): void {
  const names = (header ?? []).map(compactName);
  const home = names.findIndex((name, index) => HOME.has(name) && !readings.has(index));
  const away = names.findIndex((name, index) => AWAY.has(name) && !readings.has(index));
  if (home < 0 || away < 0) return;
  for (const index of [home, away]) give(index, 'title', 'the two teams together make the title');
}
