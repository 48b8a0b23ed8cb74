import { Undo2 } from 'lucide-react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { formatNumber } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';
import { MoreButton, useFirst } from './MoreButton.tsx';
import { spellingsOf } from './spellings.ts';

type Group = ImportPlanView['venueGroups'][number];

/** So many groups are shown at first. */
const SHOWN = 6;

/** Spellings that are likely one venue, to be made one for all rows. */
export function Venues({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  const fixed = Object.keys(choices.venueMap ?? {}).length;
  const [shown, showAll] = useFirst(plan.venueGroups, SHOWN);
  if (plan.venueGroups.length === 0 && fixed === 0) return null;
  const words = t.import.venues;
  const use = (groups: readonly Group[], chosen?: string) =>
    choose({ ...choices, venueMap: { ...choices.venueMap, ...spellingsOf(groups, chosen) } });
  const { venueMap: _all, ...withoutVenues } = choices;
  return (
    <section className="import-categories" aria-labelledby="import-venues-title">
      <h2 id="import-venues-title">{words.title}</h2>
      <p className="field-hint">{words.hint}</p>
      {shown.map((group) => (
        <ul key={group.chosen} className="venue-group">
          {group.spellings.map(({ value, rows }) => (
            <li key={value}>
              <bdi>{value}</bdi>
              <span className="plan-reason numeric">{words.rows(rows)}</span>
              <Button size="sm" look="quiet" aria-label={words.use(value)} onClick={() => use([group], value)}>
                {words.use(shortened(value))}
              </Button>
            </li>
          ))}
        </ul>
      ))}
      <MoreButton all={plan.venueGroups.length} showAll={showAll} />
      <div className="empty-state-actions venue-actions">
        {plan.venueGroups.length > 1 && (
          <Button size="sm" onClick={() => use(plan.venueGroups)}>
            {words.useAll} ({formatNumber(plan.venueGroups.length)})
          </Button>
        )}
        {fixed > 0 && (
          <>
            <span role="status">{words.fixed(fixed)}</span>
            <Button size="sm" look="quiet" icon={Undo2} onClick={() => choose(withoutVenues)}>
              {words.takeBack}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function shortened(name: string): string {
  return name.length > 32 ? `${name.slice(0, 30)}…` : name;
}
