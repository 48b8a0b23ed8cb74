import { useEffect, useRef } from 'react';
import { t } from '../../texts/index.ts';
import { type ImportStep, importSteps } from './import-store.ts';

/** Not seen, but heard, and where the keyboard goes when a step opens: the button that led here is gone. */
export function StepHeading({ step }: { step: ImportStep }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 className="visually-hidden" ref={heading} tabIndex={-1}>
      {t.import.stepAt(importSteps.indexOf(step) + 1, importSteps.length, t.import.steps[step])}
    </h2>
  );
}
