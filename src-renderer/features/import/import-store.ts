import { create } from 'zustand';
import type { Answer } from '#shared/contract/client.ts';
import type { CallOutput, ImportChoices } from '#shared/contract/contract.ts';
import type { ImportPlanView, ImportView, UndoneImport } from '#shared/contract/import-views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { call } from '../../stores/bridge.ts';
import { createLiveQuery, onWorkspaceChanged } from '../../stores/live-query.ts';
import { showError, showNote } from '../../stores/toasts.ts';
import { catalogQuery, isPractice, stateQuery } from '../../stores/workspace.ts';
import { t } from '../../texts/index.ts';
import { isAnswered } from './answered.ts';

export type PickedFile = NonNullable<CallOutput<'pickCalendarFile'>>;

/** The steps between a file and its drafts. */
export const importSteps = ['file', 'columns', 'plan', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** Where the import stands. */
type ImportFlow = {
  step: ImportStep;
  file: PickedFile | null;
  choices: ImportChoices;
  /** The newest plan; the one before stays on the screen while another is made. */
  plan: ImportPlanView | null;
  /** What that plan was made with: what is gone back to when another reading fails or is stopped. */
  planChoices: ImportChoices;
  /** Why the file could not be read at all. */
  error: ErrorData | null;
  reading: boolean;
  applying: boolean;
  done: ImportView | null;
  /** After an import was taken back: what stays of it, and why. */
  stayed: { removed: number; kept: number; drafts: UndoneImport['stayed'] } | null;
};

const start: ImportFlow = {
  step: 'file',
  file: null,
  choices: {},
  plan: null,
  planChoices: {},
  error: null,
  reading: false,
  applying: false,
  done: null,
  stayed: null,
};

export const useImport = create<ImportFlow>(() => start);
onWorkspaceChanged(() => useImport.setState(start));

/** How far reading the file has come. */
export const progressQuery = createLiveQuery({ topics: ['importProgress'], run: () => call('getImportProgress', {}) });

/** What was made of the file; the next one may be chosen. */
export function finishWith(done: ImportView): void {
  useImport.setState({ ...start, step: 'done', done });
}

/** Leaves the file that was being looked at. Nothing was kept of it, but what was answered by hand can be had again. */
export function discard(): void {
  const left = useImport.getState();
  if (left.reading) void call('cancelImport', {});
  useImport.setState(start);
  offerBack(left);
}

/** Rows that were put right and columns that were named are work: losing them takes one more click than keeping them. */
function offerBack(left: ImportFlow): void {
  const { file } = left;
  if (file === null || !isAnswered(left.choices)) return;
  showNote(t.import.discarded(file.name), {
    label: t.history.undo,
    run: () => {
      useImport.setState({ ...left, reading: false });
      if (left.reading || left.plan === null) void makePlan();
    },
  });
}

export function goToStep(step: ImportStep): void {
  useImport.setState({ step });
}

/** Takes a file from wherever it comes, and makes its plan. */
export async function openCalendar(from: Promise<Answer<PickedFile | null>>): Promise<void> {
  const answer = await from;
  if (!answer.ok) return showError(answer.error);
  if (answer.value === null) return;
  const left = useImport.getState();
  useImport.setState({ ...start, step: 'columns', file: answer.value, choices: firstChoices() });
  offerBack(left);
  await makePlan();
}

/** Where there is only one channel or place, it is meant. In practice mode any channel will do for a start. */
function firstChoices(): ImportChoices {
  const catalog = catalogQuery.store.getState().value;
  const state = stateQuery.store.getState().value;
  const anyWillDo = state !== null && isPractice(state);
  const channel = anyWillDo || catalog?.channels.length === 1 ? catalog?.channels[0] : undefined;
  const place = catalog?.places.length === 1 ? catalog.places[0] : undefined;
  return { ...(channel && { channelId: channel.id }), ...(place && placeChoice(place)) };
}

/** The choices that a known place stands for. */
export function placeChoice(place: {
  placeId: string;
  name: string | null;
  countryCode: string | null;
}): ImportChoices {
  return {
    placeId: place.placeId,
    ...(place.name !== null && { placeName: place.name }),
    ...(place.countryCode !== null && { countryCode: place.countryCode }),
  };
}

/** Answers a question for the whole file. The plan is made anew. */
export function choose(choices: ImportChoices): void {
  useImport.setState({ choices });
  void makePlan();
}

let turn = 0;

/**
 * Asks what would happen. Only the newest question counts. Where a file was understood before and a new choice makes it
 * unreadable, the plan before stays with its choices: rows that were put right are not to be done twice.
 */
export async function makePlan(): Promise<void> {
  const { file, choices } = useImport.getState();
  if (file === null) return;
  const mine = ++turn;
  useImport.setState({ reading: true, error: null });
  const answer = await call('planImport', { file: file.file, choices });
  if (mine !== turn || useImport.getState().file !== file) return;
  if (answer.ok) return useImport.setState({ plan: answer.value, planChoices: choices, reading: false });
  if (useImport.getState().plan === null) return useImport.setState({ error: answer.error, reading: false });
  keepEarlierPlan();
  showError(answer.error);
}

/** Stops reading: back to the plan before with its choices, or to the beginning when there is none. */
export function stopReading(): void {
  if (useImport.getState().plan === null) return discard();
  void call('cancelImport', {});
  keepEarlierPlan();
}

function keepEarlierPlan(): void {
  turn += 1;
  useImport.setState(({ planChoices }) => ({ choices: planChoices, reading: false }));
}
