import { CalendarRange, FileDown, type LucideIcon, Send, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkspaceState } from '#shared/contract/views.ts';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../components/Button.tsx';
import { HistoryButtons } from '../features/history/HistoryButtons.tsx';
import { go, useNavigation, type View } from '../stores/navigation.ts';
import { stateQuery } from '../stores/workspace.ts';
import { formatNumber } from '../texts/format.ts';
import { t } from '../texts/index.ts';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import './Sidebar.css';
import { shortcutLabel } from './shortcuts.ts';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

type Props = { state: WorkspaceState | null; error: ErrorData | null; platform: string };

/** Which workspace, which view, and whether events can go out: always on the screen. */
export function Sidebar({ state, error, platform }: Props) {
  return (
    <div className="sidebar">
      <WorkspaceMenu state={state} />
      <nav aria-label={t.app.navigation}>
        <ul className="sidebar-nav">
          <NavItem view="drafts" icon={CalendarRange} shortcut={shortcutLabel('1', platform)}>
            {state !== null && state.drafts > 0 && (
              <span className="sidebar-count numeric">{formatNumber(state.drafts)}</span>
            )}
          </NavItem>
          <NavItem view="import" icon={FileDown} shortcut={shortcutLabel('2', platform)} />
          <NavItem view="outbox" icon={Send} shortcut={shortcutLabel('3', platform)}>
            {state !== null && <OutboxBadge state={state} />}
          </NavItem>
          <NavItem view="trash" icon={Trash2} shortcut={shortcutLabel('4', platform)} />
        </ul>
      </nav>
      <div className="sidebar-space" />
      <HistoryButtons platform={platform} />
      {error !== null && (
        <div className="sidebar-error" role="alert">
          <p>{error.message}</p>
          <Button size="sm" onClick={stateQuery.refetch}>
            {t.actions.tryAgain}
          </Button>
        </div>
      )}
      {state !== null && <ConnectionStatus state={state} />}
    </div>
  );
}

function NavItem({
  view,
  icon: Icon,
  shortcut,
  children,
}: {
  view: View;
  icon: LucideIcon;
  shortcut: string;
  children?: ReactNode;
}) {
  const current = useNavigation((state) => state.view) === view;
  return (
    <li className="nav-place">
      <button
        type="button"
        className="nav-item"
        aria-describedby={`nav-${view}`}
        aria-current={current ? 'page' : undefined}
        title={shortcut}
        onClick={() => go(view)}
      >
        <Icon aria-hidden="true" size={16} strokeWidth={2} />
        {t.app.views[view]}
      </button>
      {/* Beside the button, so that its name stays the same while the number changes. */}
      <span id={`nav-${view}`} className="nav-note">
        {children}
      </span>
    </li>
  );
}

/** What needs a person comes before what is merely under way. */
function OutboxBadge({ state }: { state: WorkspaceState }) {
  const attention = state.operations.needsReview + state.operations.rejected + state.asking;
  const toGo = state.operations.queued + state.operations.sending - state.asking;
  if (attention > 0) return <span className="sidebar-count sidebar-attention">{t.app.attention(attention)}</span>;
  if (toGo > 0) return <span className="sidebar-count numeric">{t.app.toGo(toGo)}</span>;
  return null;
}
