import { useState } from 'react';
import type { Preset } from '#shared/contract/import-views.ts';
import { Button } from '../../../components/Button.tsx';
import { call } from '../../../stores/bridge.ts';
import { createLiveQuery, useLiveQuery } from '../../../stores/live-query.ts';
import { formatMoment } from '../../../texts/format.ts';
import { t } from '../../../texts/index.ts';
import { savePreset } from '../save.ts';
import { ForgetPreset, RenamePreset } from './PresetDialogs.tsx';

const presetsQuery = createLiveQuery({ topics: ['imports'], run: () => call('listPresets', {}) });

/** What is remembered for files by their header. Nothing is shown while there is nothing. */
export function PresetList() {
  const { value } = useLiveQuery(presetsQuery, {});
  const [asked, setAsked] = useState<{ what: 'rename' | 'forget'; preset: Preset } | null>(null);
  if (value === null || value.length === 0) return null;
  const close = () => setAsked(null);
  return (
    <section className="import-history" aria-labelledby="import-presets-title">
      <h2 id="import-presets-title">{t.import.preset.title}</h2>
      <ul>
        {value.map((preset) => (
          <PresetEntry key={preset.id} preset={preset} onAsk={(what) => setAsked({ what, preset })} />
        ))}
      </ul>
      {asked?.what === 'rename' && <RenamePreset preset={asked.preset} onClose={close} />}
      {asked?.what === 'forget' && <ForgetPreset preset={asked.preset} onClose={close} />}
    </section>
  );
}

function PresetEntry({ preset, onAsk }: { preset: Preset; onAsk: (what: 'rename' | 'forget') => void }) {
  const words = t.import.preset;
  const headers = preset.headers.filter((header) => header.trim() !== '').join(', ');
  return (
    <li className="import-entry">
      <div className="import-entry-words">
        <bdi className="import-entry-name">{preset.name}</bdi>
        <span className="import-entry-note import-preset-note" title={headers}>
          {words.lastUsed(formatMoment(preset.usedAt))} · <bdi>{headers}</bdi>
        </span>
      </div>
      <Button
        size="sm"
        look="quiet"
        aria-label={t.import.actionsFor(words.save, preset.name)}
        onClick={() => void savePreset(preset)}
      >
        {words.save}
      </Button>
      <Button
        size="sm"
        look="quiet"
        aria-label={t.import.actionsFor(words.rename, preset.name)}
        onClick={() => onAsk('rename')}
      >
        {words.rename}
      </Button>
      <Button
        size="sm"
        look="quiet"
        aria-label={t.import.actionsFor(words.forget, preset.name)}
        onClick={() => onAsk('forget')}
      >
        {words.forget}
      </Button>
    </li>
  );
}
