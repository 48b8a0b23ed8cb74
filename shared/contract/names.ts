/**
 * The names of every call that the window may make, and nothing else: no zod here, because the preload bundle imports
 * this file. `contract.ts` gives each name its schemas and the compiler refuses a name that has none.
 */

/** Answered by the core (utility process), over the MessagePort. */
export const coreCalls = [
  'getState',
  'listDrafts',
  'listCalendar',
  'getDraft',
  'saveDraft',
  'deleteDrafts',
  'restoreDrafts',
  'changeDrafts',
  'duplicateDrafts',
  'repeatDraft',
  'getSeries',
  'changeSeries',
  'listVenuePresets',
  'saveVenuePreset',
  'removeVenuePreset',
  'listTrash',
  'deleteForGood',
  'getHistory',
  'undo',
  'redo',
  'getCatalog',
  'refreshCatalog',
  'getContract',
  'refreshContract',
  'noteContractSeen',
  'sendDespiteContract',
  'saveExport',
  'planImport',
  'getImportProgress',
  'cancelImport',
  'listPlanRows',
  'listPlanIssues',
  'keepPastedCells',
  'applyImport',
  'listImports',
  'undoImport',
  'saveInvalidRows',
  'saveOriginal',
  'listPresets',
  'renamePreset',
  'removePreset',
  'savePreset',
  'publish',
  'listOperations',
  'retryOperations',
  'dropOperations',
  'resolveOperation',
  'listActivity',
  'publishAsNew',
  'setSending',
  'runDoctor',
  'listRemoteEvents',
  'readRemoteEvents',
  'adoptRemoteEvent',
  'checkVisible',
  'checkKey',
] as const;

/** Answered by the Electron main process: things that need the desktop. */
export const mainCalls = [
  'openWorkspace',
  'getRecovery',
  'recover',
  'pickCalendarFile',
  'takeOpenedFile',
  'pickSaveTarget',
  'openSampleCalendar',
  'pasteKey',
  'removeKey',
  'getAppInfo',
  'keepDraftsView',
  'getAbout',
] as const;

/** An event on the page: the system opened a calendar with the app, and `takeOpenedFile` gives it. */
export const FILE_OPENED_EVENT = 'organizer:file-opened';

export type CoreCall = (typeof coreCalls)[number];
export type MainCall = (typeof mainCalls)[number];

/** What the core tells the window without being asked: that something of this kind changed, so queries run again. */
export const topics = ['state', 'drafts', 'catalog', 'imports', 'importProgress', 'outbox'] as const;
export type Topic = (typeof topics)[number];
