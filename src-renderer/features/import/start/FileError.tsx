import { FileWarning, FolderOpen } from 'lucide-react';
import type { ErrorData } from '#shared/errors.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/Notices.tsx';
import { t } from '../../../texts/index.ts';
import { discard, makePlan } from '../import-store.ts';

/** Why a file cannot be read, in the words of the answer, with another file as the way on. */
export function FileError({ error }: { error: ErrorData }) {
  return (
    <div role="alert">
      <EmptyState
        icon={FileWarning}
        title={t.import.unreadableTitle}
        actions={
          <>
            <Button look="primary" icon={FolderOpen} onClick={discard}>
              {t.import.another}
            </Button>
            <Button onClick={() => void makePlan()}>{t.actions.tryAgain}</Button>
          </>
        }
      >
        {error.message}
      </EmptyState>
    </div>
  );
}
