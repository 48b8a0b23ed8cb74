import { Menu } from '@base-ui/react/menu';
import { Check, ChevronsUpDown, FlaskConical, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { WorkspaceState } from '#shared/contract/views.ts';
import { Button } from '../components/Button.tsx';
import { Modal } from '../components/Modal.tsx';
import '../components/Popup.css';
import { openAbout } from '../features/about/about-store.ts';
import { openDoctor } from '../features/doctor/doctor-store.ts';
import { openRemote } from '../features/remote/remote-store.ts';
import { call } from '../stores/bridge.ts';
import { checkKey, pasteKey } from '../stores/keys.ts';
import { showError, showNote } from '../stores/toasts.ts';
import { hostOf, isPractice, openWorkspace } from '../stores/workspace.ts';
import { t } from '../texts/index.ts';

/** Says which workspace is open; opens the other one; takes, checks and removes the key of the real one. */
export function WorkspaceMenu({ state }: { state: WorkspaceState | null }) {
  const [removing, setRemoving] = useState(false);
  if (state === null) return <div className="workspace" aria-hidden="true" style={{ minHeight: 46 }} />;
  const practice = isPractice(state);
  const Mark = practice ? FlaskConical : MapPin;
  const name = practice ? t.workspace.practice : t.workspace.real;
  const host = hostOf(state.apiUrl);
  const note = practice ? t.workspace.practiceNote : state.hasKey ? t.workspace.hasKey(host) : t.workspace.noKey(host);

  return (
    <>
      <Menu.Root>
        <Menu.Trigger className={`workspace ${practice ? 'workspace-practice' : ''}`}>
          <span className="workspace-mark">
            <Mark aria-hidden="true" size={15} strokeWidth={2.2} />
          </span>
          <span className="workspace-words">
            <span className="workspace-name">
              <span className="visually-hidden">{t.workspace.menu} </span>
              {name}
            </span>
            <span className="workspace-note">{note}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" size={14} />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="popup-positioner" sideOffset={4} align="start">
            <Menu.Popup className="popup">
              <Menu.RadioGroup
                value={practice ? 'practice' : 'real'}
                onValueChange={(mode) => void openWorkspace(mode)}
              >
                <WorkspaceItem mode="practice" label={t.workspace.openPractice} />
                <WorkspaceItem mode="real" label={t.workspace.openReal} />
              </Menu.RadioGroup>
              <Menu.Separator className="popup-separator" />
              <Menu.Item className="popup-item" onClick={openRemote}>
                {t.remote.menu}
              </Menu.Item>
              <Menu.Item className="popup-item" onClick={openDoctor}>
                {t.doctor.menu}
              </Menu.Item>
              {!practice && (
                <>
                  <Menu.Separator className="popup-separator" />
                  <Menu.Item className="popup-item" onClick={() => void pasteKey()}>
                    {t.workspace.pasteKey}
                  </Menu.Item>
                  <Menu.Item className="popup-item" disabled={!state.hasKey} onClick={() => void checkKey()}>
                    {t.workspace.checkKey}
                  </Menu.Item>
                  <Menu.Item className="popup-item" disabled={!state.hasKey} onClick={() => setRemoving(true)}>
                    {t.workspace.removeKey}
                  </Menu.Item>
                </>
              )}
              <Menu.Separator className="popup-separator" />
              <Menu.Item className="popup-item" onClick={openAbout}>
                {t.about.menu}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <RemoveKey open={removing} onClose={() => setRemoving(false)} />
    </>
  );
}

function WorkspaceItem({ mode, label }: { mode: 'practice' | 'real'; label: string }) {
  return (
    <Menu.RadioItem value={mode} className="popup-item" closeOnClick>
      <span className="popup-item-text">{label}</span>
      <Menu.RadioItemIndicator className="popup-item-mark">
        <Check aria-hidden="true" size={14} />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}

function RemoveKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  async function remove() {
    onClose();
    const answer = await call('removeKey', {});
    if (answer.ok) showNote(t.workspace.removed);
    else showError(answer.error);
  }
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={t.workspace.removeTitle}
      description={t.workspace.removeWords}
      actions={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          <Button look="danger" onClick={() => void remove()}>
            {t.workspace.removeConfirm}
          </Button>
        </>
      }
    />
  );
}
