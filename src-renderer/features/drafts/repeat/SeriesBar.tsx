import { Repeat } from 'lucide-react';
import { useState } from 'react';
import type { Series } from '#shared/contract/calls/series.ts';
import type { DraftField, DraftFields } from '#shared/drafts/draft.ts';
import { Button } from '../../../components/Button.tsx';
import { Banner } from '../../../components/Notices.tsx';
import { useLiveQuery } from '../../../stores/live-query.ts';
import { t } from '../../../texts/index.ts';
import './RepeatDialog.css';
import { giveToSeries, seriesQuery } from './repeat-draft.ts';

type Props = { id: string; fields: DraftFields };

/** Says that a draft is one of a series, and asks whether what was changed here is for the others too. */
export function SeriesBar({ id, fields }: Props) {
  const series = useLiveQuery(seriesQuery, { draftId: id }).value?.series ?? null;
  // What was changed before it became a series is in all of them.
  return series === null ? null : <Changes key={series.id} id={id} fields={fields} series={series} />;
}

function Changes({ id, fields, series }: Props & { series: Series }) {
  /** What was decided on last: only what differs from it is asked about. */
  const [settled, setSettled] = useState(fields);
  const changed = (Object.keys(fields) as DraftField[]).filter(
    (field) => JSON.stringify(fields[field]) !== JSON.stringify(settled[field]),
  );

  async function give(scope: 'following' | 'all') {
    const given = fields;
    if (await giveToSeries(id, scope, changed)) setSettled(given);
  }

  return (
    <div className="series-bar">
      <Banner icon={Repeat} tone={changed.length > 0 ? 'accent' : 'plain'} title={t.repeat.one(series.total)}>
        {changed.length === 0 ? t.repeat.alone : t.repeat.changed(changed)}
        {changed.length > 0 && (
          <span className="series-bar-actions">
            <Button size="sm" onClick={() => setSettled(fields)}>
              {t.repeat.onlyThis}
            </Button>
            {series.following > 0 && (
              <Button size="sm" onClick={() => void give('following')}>
                {t.repeat.following(series.following)}
              </Button>
            )}
            <Button size="sm" onClick={() => void give('all')}>
              {t.repeat.all(series.total)}
            </Button>
          </span>
        )}
      </Banner>
    </div>
  );
}
