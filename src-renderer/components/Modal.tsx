import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { t } from '../texts/index.ts';
import './Button.css';
import './Modal.css';

/** A dialog over the page. Esc and the cross close it; the focus returns to where it was. */
export function Modal({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  initialFocus,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  actions: ReactNode;
  /** What has the keyboard first: for a step that cannot be taken back, the way out of it. Default: the cross. */
  initialFocus?: RefObject<HTMLElement | null>;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className="modal" {...(initialFocus && { initialFocus })}>
          <header className="modal-header">
            <Dialog.Title className="modal-title">{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t.actions.close}>
              <X aria-hidden="true" size={16} />
            </Dialog.Close>
          </header>
          <div className="modal-body">
            {description && <Dialog.Description className="modal-description">{description}</Dialog.Description>}
            {children}
          </div>
          <footer className="modal-footer">{actions}</footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
