import { DoctorDialog } from '../features/doctor/DoctorDialog.tsx';
import { Drafts } from '../features/drafts/Drafts.tsx';
import { startDraft } from '../features/drafts/drafts-store.ts';
import { useUndoKeys } from '../features/history/use-undo-keys.ts';
import { ImportView } from '../features/import/ImportView.tsx';
import { useOpenedFile } from '../features/import/start/use-opened-file.ts';
import { Outbox } from '../features/outbox/Outbox.tsx';
import { PublishAsNewDialog } from '../features/publish/PublishAsNewDialog.tsx';
import { PublishDialog } from '../features/publish/PublishDialog.tsx';
import { Recovery } from '../features/recovery/Recovery.tsx';
import { RemoteDialog } from '../features/remote/RemoteDialog.tsx';
import { Trash } from '../features/trash/Trash.tsx';
import { useLiveQuery } from '../stores/live-query.ts';
import { go, useNavigation, views } from '../stores/navigation.ts';
import { contractQuery } from '../stores/platform.ts';
import { catalogQuery, isPractice, stateQuery } from '../stores/workspace.ts';
import { t } from '../texts/index.ts';
import { ContractBanner } from './ContractBanner.tsx';
import { CrashGuard } from './CrashGuard.tsx';
import { Sidebar } from './Sidebar.tsx';
import { StorageBanner } from './StorageBanner.tsx';
import './Shell.css';
import { useShortcuts } from './shortcuts.ts';

/** Sidebar and the view that is chosen in it. */
export function Shell({ platform }: { platform: string }) {
  const view = useNavigation((state) => state.view);
  const state = useLiveQuery(stateQuery, {});
  // Kept while the shell is: editor, import and outbox all name channels.
  useLiveQuery(catalogQuery, {});
  // The editor and the publish dialog say what is not sent.
  useLiveQuery(contractQuery, {});
  useOpenedFile();
  useShortcuts(
    {
      n: startDraft,
      ...Object.fromEntries(views.map((name, i) => [String(i + 1), () => go(name)])),
    },
    platform,
  );
  useUndoKeys(platform);
  if (state.value === null && state.error?.code === 'database_damaged') return <Recovery />;
  const practice = state.value !== null && isPractice(state.value);

  return (
    <div className="shell" data-practice={practice || undefined}>
      <a className="skip-link" href="#content">
        {t.app.skip}
      </a>
      <Sidebar state={state.value} error={state.error} platform={platform} />
      <main className="content" id="content" tabIndex={-1} aria-label={t.app.views[view]}>
        <StorageBanner storage={state.value?.storage} />
        <ContractBanner />
        <CrashGuard key={view}>
          {view === 'drafts' && <Drafts />}
          {view === 'import' && <ImportView />}
          {view === 'outbox' && <Outbox />}
          {view === 'trash' && <Trash />}
        </CrashGuard>
      </main>
      <PublishDialog />
      <DoctorDialog />
      <RemoteDialog />
      <PublishAsNewDialog />
    </div>
  );
}
