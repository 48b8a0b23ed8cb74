import { Repeat } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../components/Button.tsx';
import { t } from '../../../texts/index.ts';
import { RepeatDialog } from './RepeatDialog.tsx';

/** Opens the dialog that repeats the draft in the editor; without a start there is nothing to repeat. */
export function RepeatButton({ id, startLocal }: { id: string; startLocal: string | null }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon={Repeat}
        label={startLocal === null ? t.repeat.needsStart : t.repeat.action}
        disabled={startLocal === null}
        onClick={() => setOpen(true)}
      />
      {isOpen && startLocal !== null && <RepeatDialog id={id} startLocal={startLocal} onClose={() => setOpen(false)} />}
    </>
  );
}
