import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect, useState } from 'react';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { ErrorData } from '#shared/errors.ts';
import { ErrorState, Loading } from '../components/Notices.tsx';
import { Toasts } from '../components/Toasts.tsx';
import { AboutDialog } from '../features/about/AboutDialog.tsx';
import { openAbout } from '../features/about/about-store.ts';
import { restoreView } from '../features/calendar/calendar-store.ts';
import { Recovery } from '../features/recovery/Recovery.tsx';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { call } from '../stores/bridge.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { CrashGuard } from './CrashGuard.tsx';
import { Shell } from './Shell.tsx';
import { useShortcuts } from './shortcuts.ts';

type AppInfo = CallOutput<'getAppInfo'>;

/** The whole window: the welcome until a workspace was chosen once, then the shell. */
export function App() {
  return (
    // No inline <style>: the policy of the window forbids it, and base.css has the one rule that Base UI needs.
    <CSPProvider disableStyleElements>
      <CrashGuard>
        <Start />
      </CrashGuard>
      <AboutDialog />
      <Toasts />
    </CSPProvider>
  );
}

function Start() {
  const [info, setInfo] = useState<AppInfo | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const epoch = useWorkspace((state) => state.epoch);
  const damaged = useWorkspace((state) => state.damaged);
  const [welcomed, setWelcomed] = useState(false);

  async function load() {
    setError(null);
    const answer = await call('getAppInfo', {});
    if (!answer.ok) return setError(answer.error);
    restoreView(answer.value.draftsView);
    setInfo(answer.value);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the start
  useEffect(() => void load(), []);
  // From the first moment on, also before there is a workspace.
  useShortcuts({ i: openAbout }, info?.platform ?? '');

  if (error !== null) return <ErrorState error={error} onRetry={() => void load()} />;
  if (info === null) return <Loading />;
  if (damaged) return <Recovery mayLeave onDone={() => setWelcomed(true)} />;
  if (!info.workspaceChosen && !welcomed) return <Welcome onDone={() => setWelcomed(true)} />;
  return <Shell key={epoch} platform={info.platform} />;
}
