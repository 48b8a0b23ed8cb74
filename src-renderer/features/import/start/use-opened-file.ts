import { useEffect } from 'react';
import { FILE_OPENED_EVENT } from '#shared/contract/names.ts';
import { call } from '../../../stores/bridge.ts';
import { go } from '../../../stores/navigation.ts';
import { openCalendar } from '../import-store.ts';

/** Takes the calendar that the system opened with the app, at the start and whenever another one comes. */
export function useOpenedFile(): void {
  useEffect(() => {
    async function take() {
      const answer = await call('takeOpenedFile', {});
      if (answer.ok && answer.value === null) return;
      go('import');
      await openCalendar(Promise.resolve(answer));
    }
    const onOpened = () => void take();
    onOpened();
    window.addEventListener(FILE_OPENED_EVENT, onOpened);
    return () => window.removeEventListener(FILE_OPENED_EVENT, onOpened);
  }, []);
}
