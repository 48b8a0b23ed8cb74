import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { t } from '../../../texts/index.ts';

/** The first of many questions, and the button that shows the others. Null when all are shown. */
export function useFirst<Item>(items: readonly Item[], first: number): [readonly Item[], (() => void) | null] {
  const [all, setAll] = useState(false);
  const isWhole = all || items.length <= first;
  return [isWhole ? items : items.slice(0, first), isWhole ? null : () => setAll(true)];
}

/** Shows the rest of what `useFirst` left out. */
export function MoreButton({ all, showAll }: { all: number; showAll: (() => void) | null }) {
  if (showAll === null) return null;
  return (
    <Button size="sm" look="quiet" onClick={showAll}>
      {t.import.showAll(all)}
    </Button>
  );
}
