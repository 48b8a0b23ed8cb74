import type { BulkChange, Duplicated } from '#shared/contract/bulk-views.ts';
import type { CalendarDays, CalendarQuery } from '#shared/contract/calendar-views.ts';
import type { CallInput, PublishInput } from '#shared/contract/contract.ts';
import type { Topic } from '#shared/contract/names.ts';
import type { PublishPlan } from '#shared/contract/outbox-views.ts';
import type { Catalog, DraftView, KeyCheck, OperationCounts, WorkspaceState } from '#shared/contract/views.ts';
import type { DoctorReport, Finding } from '#shared/doctor/report.ts';
import type { DraftFields } from '#shared/drafts/draft.ts';
import type { Visibility } from '#shared/feed/visibility.ts';
import type { Lane } from '#shared/outbox/operation.ts';
import type { ContractView } from '#shared/platform/capabilities.ts';
import type { Backups } from './backups/backups.ts';
import type { HistoryApi } from './history/history.ts';
import type { ImportsApi } from './imports/api.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Clock, Fetch, Random, Secrets, SenderIdentity } from './ports.ts';
import type { RemoteEvents } from './remote/remote-events.ts';
import type { SeriesApi } from './series/api.ts';
import type { TrashApi } from './trash/trash.ts';
import type { VenuePresetsApi } from './venue-presets/venue-presets.ts';

export type OrganizerOptions = {
  /** Directory of this workspace; made when missing. One SQLite database lives in it. */
  dataDir: string;
  secrets: Secrets;
  fetch: Fetch;
  clock: Clock;
  random: Random;
  /** Default `https://pinned.events`. */
  apiUrl?: string;
  /** IANA zone of this computer: the default for drafts. */
  systemTimeZone: string;
  /** This process among the senders of one data directory. Default: its process id and host. */
  sender?: SenderIdentity;
  /** Lines for people who look after the app; never keys or payloads. */
  log?: (line: string) => void;
};

/** How far sending has come. */
export type DrainProgress = { counts: OperationCounts; lane: Lane };

/** What the sender left behind when nothing could move any more. */
export type DrainResult = { counts: OperationCounts; lane: Lane };

/** Everything the app can do, without a window. The app, the command line and the tests share this. */
export type Organizer = {
  state(): Promise<WorkspaceState>;

  keys: {
    /** Checks the key against the platform and stores it. Throws `key_refused` (and stores nothing) or `offline`. */
    set(key: string): Promise<KeyCheck>;
    check(): Promise<KeyCheck>;
    remove(): Promise<void>;
  };

  catalog(): Catalog;
  refreshCatalog(): Promise<Catalog>;

  /** What the platform offers, from its own document where that could be read. */
  contract(): ContractView;
  /** Asks for that document, when it is due (daily) or `now`. Trouble is part of the view, never thrown. */
  refreshContract(when: 'now' | 'ifDue'): Promise<ContractView>;
  /** Tries everything that publishing needs, and says what to do. Publishes nothing. */
  doctor(onFinding?: (finding: Finding) => void): Promise<DoctorReport>;

  /** A person has seen what changed: it is no news any more. */
  noteContractSeen(): ContractView;
  /** Sends in spite of the contract as it stands now; a further change that breaks publishing stops again. */
  sendDespiteContract(): ContractView;

  remote: RemoteEvents;
  /** Looks in the public feed whether visitors can see a published event. @throws OrganizerError as `checkVisible` says. */
  checkVisible(draftId: string): Promise<Visibility>;

  drafts: {
    list(query: CallInput<'listDrafts'>): { total: number; items: DraftView[] };
    /** The drafts of some days, a bounded number for each; the counts are whole. */
    calendar(query: CalendarQuery): CalendarDays;
    get(id: string): DraftView;
    save(id: string | null, fields: DraftFields): DraftView;
    remove(ids: string[]): number;
    restore(ids: string[]): number;
    /** One change for many drafts, in one transaction; with `dryRun` only what it would do. */
    change(input: CallInput<'changeDrafts'>): BulkChange;
    /** Copies that are drafts of their own, moved by so many days. */
    duplicate(input: CallInput<'duplicateDrafts'>): Duplicated;
    /** Writes drafts to a file, all or those of one import. Returns how many. */
    saveExport(format: 'csv' | 'ics' | 'json', importId: string | null, path: string): Promise<number>;
  };

  imports: ImportsApi;

  history: HistoryApi;
  trash: TrashApi;
  series: SeriesApi;
  venuePresets: VenuePresetsApi;

  publish(input: PublishInput): PublishPlan;
  /** A second event from a delivered draft, as a draft of its own that is queued at once. Only on the person's word. */
  publishAsNew(draftId: string): DraftView;

  outbox: Outbox;

  backups: Pick<Backups, 'list' | 'now' | 'afterNews'> & {
    /** After a restore: the person looked, and what is drafted from now on was not published before. */
    settleRestore(): void;
  };

  /** Sends until nothing can move: everything is finished, or what is left waits for a person or for the network. */
  drain(options?: { onProgress?: (progress: DrainProgress) => void; signal?: AbortSignal }): Promise<DrainResult>;
  /** Keeps sending in the background, through pauses and offline times, until `stopSending` or `close`. */
  startSending(): void;
  stopSending(): Promise<void>;

  /** Calls back after each committed change. Returns the function that ends the subscription. */
  onChanged(listener: (changed: Topic[]) => void): () => void;
  /** Ends sending, closes the database. */
  close(): Promise<void>;
};
