import { Info, TriangleAlert } from 'lucide-react';
import { t } from '../../../texts/index.ts';

/** Says whether something is wrong or only worth knowing. */
export function SeverityIcon({ severity }: { severity: 'error' | 'warning' }) {
  return severity === 'error' ? (
    <TriangleAlert className="severity-error" aria-label={t.import.severity.error} role="img" size={14} />
  ) : (
    <Info className="severity-warning" aria-label={t.import.severity.warning} role="img" size={14} />
  );
}
