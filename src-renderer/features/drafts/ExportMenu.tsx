import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import '../../components/Popup.css';
import { t } from '../../texts/index.ts';
import { exportDrafts } from './export-drafts.ts';

const formats = ['csv', 'ics', 'json'] as const;

/** Writes the drafts to a file: all, or those of the import that is shown. */
export function ExportMenu({ importId }: { importId: string | null }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<Button icon={Download}>{t.drafts.export.label}</Button>} />
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" sideOffset={4} align="end">
          <Menu.Popup className="popup">
            {formats.map((format) => (
              <Menu.Item key={format} className="popup-item" onClick={() => void exportDrafts(format, importId)}>
                {t.drafts.export[format]}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
