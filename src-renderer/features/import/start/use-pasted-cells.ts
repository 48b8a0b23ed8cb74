import { useEffect } from 'react';
import { call } from '../../../stores/bridge.ts';
import { openCalendar } from '../import-store.ts';

/** Takes cells that are pasted from a spreadsheet, but for text that is pasted into a box. */
export function usePastedCells(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void openCalendar(call('keepPastedCells', { text }));
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [isOn]);
}
