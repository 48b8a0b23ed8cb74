import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { toasts as manager } from '../stores/toasts.ts';
import { t } from '../texts/index.ts';
import './Button.css';
import './Toasts.css';

/** Where short notes appear. F6 moves the focus there. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={t.app.notes}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-tone={toast.type} swipeDirection={[]}>
      <Toast.Content className="toast-content">
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description />
        </div>
        {toast.actionProps && <Toast.Action className="button button-secondary button-sm" />}
        <Toast.Close className="icon-button" aria-label={t.actions.dismiss}>
          <X aria-hidden="true" size={14} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
