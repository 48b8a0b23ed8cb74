import type { CallInput } from '#shared/contract/contract.ts';
import { call } from '../../stores/bridge.ts';
import { saveAs } from '../../stores/save.ts';
import { t } from '../../texts/index.ts';

/** Writes the drafts to a file that the person names. */
export function exportDrafts(format: CallInput<'saveExport'>['format'], importId: string | null): Promise<void> {
  return saveAs(
    { name: t.drafts.export.fileName(format), kind: format },
    (target) => call('saveExport', { format, importId, target }),
    t.drafts.export.saved,
  );
}
