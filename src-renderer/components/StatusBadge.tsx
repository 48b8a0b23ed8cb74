import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock3,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { DraftStatus } from '#shared/contract/views.ts';
import { t } from '../texts/index.ts';
import './StatusBadge.css';

/** One outline per status: dashed ring, dotted ring, clock, spinner, tick, octagon, triangle, barred ring. */
const glyphs: Record<DraftStatus, LucideIcon> = {
  incomplete: CircleDashed,
  ready: CircleDot,
  queued: Clock3,
  sending: LoaderCircle,
  delivered: CircleCheck,
  rejected: OctagonX,
  needsReview: TriangleAlert,
  cancelled: Ban,
};

/** The shape of a status, for places where its text stands beside it. */
export function StatusGlyph({ status, size = 15 }: { status: DraftStatus; size?: number }) {
  const Glyph = glyphs[status];
  return <Glyph aria-hidden="true" className={`status-glyph status-${status}`} size={size} strokeWidth={2.1} />;
}

/** A status by shape and by word. */
export function StatusBadge({ status }: { status: DraftStatus }) {
  return (
    <span className="status-badge">
      <StatusGlyph status={status} />
      <span>{t.status[status]}</span>
    </span>
  );
}
