import { SelectBox } from '../../components/SelectBox.tsx';
import { useCatalog } from '../../stores/catalog.ts';
import { t } from '../../texts/index.ts';
import { useCalendar } from './calendar-store.ts';
import { useChannelColour } from './channel-colour.ts';

/** More would push the dates away; then they are in a list. */
const MOST_CHIPS = 4;

/** Which colour is which channel; pressing one shows only its drafts. */
export function ChannelFilter() {
  const { channels } = useCatalog();
  const chosen = useCalendar((state) => state.channelId);
  const colourOf = useChannelColour();
  if (channels.length === 0) return null;
  if (channels.length > MOST_CHIPS) {
    return (
      <div className="channel-select">
        <SelectBox<number | null>
          size="sm"
          label={t.calendar.channels}
          value={chosen}
          choices={[
            { value: null, label: t.calendar.allChannels },
            ...channels.map(({ id, name }) => ({ value: id, label: name, icon: <Dot colour={colourOf(id)} /> })),
          ]}
          onChange={(channelId) => useCalendar.setState({ channelId })}
        />
      </div>
    );
  }
  return (
    <div className="channel-chips" role="group" aria-label={t.calendar.channels}>
      {channels.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="channel-chip"
          aria-pressed={chosen === id}
          title={t.calendar.onlyChannel(name)}
          onClick={() => useCalendar.setState({ channelId: chosen === id ? null : id })}
        >
          <Dot colour={colourOf(id)} />
          <bdi>{name}</bdi>
        </button>
      ))}
    </div>
  );
}

function Dot({ colour }: { colour: number }) {
  return <span className="channel-dot" data-colour={colour} aria-hidden="true" />;
}
