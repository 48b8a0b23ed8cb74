import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock3,
  ClockAlert,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { DraftStatus } from '#shared/contract/views.ts';
import { t } from '../texts/index.ts';
import './StatusBadge.css';

/** Where something stands; `asking` is queued work that waits for a person's word. */
export type BadgeStatus = DraftStatus | 'asking';

/** One outline per status: dashed ring, dotted ring, clock, spinner, tick, octagon, triangle, barred ring. */
const glyphs: Record<BadgeStatus, LucideIcon> = {
  incomplete: CircleDashed,
  ready: CircleDot,
  queued: Clock3,
  sending: LoaderCircle,
  delivered: CircleCheck,
  rejected: OctagonX,
  needsReview: TriangleAlert,
  cancelled: Ban,
  asking: ClockAlert,
};

/** The shape of a status, for places where its text stands beside it. */
export function StatusGlyph({ status, size = 15 }: { status: BadgeStatus; size?: number }) {
  const Glyph = glyphs[status];
  return <Glyph aria-hidden="true" className={`status-glyph status-${status}`} size={size} strokeWidth={2.1} />;
}

/** A status by shape and by word. */
export function StatusBadge({ status }: { status: BadgeStatus }) {
  return (
    <span className="status-badge">
      <StatusGlyph status={status} />
      <span>{status === 'asking' ? t.outbox.asks : t.status[status]}</span>
    </span>
  );
}
