import type { Stepped } from '#shared/history/step.ts';
import { describeRest, describeStep } from '#shared/history/step-words.ts';

/** Undo and redo. What a step is called is the same in the window and on the command line. */
export const history = {
  label: 'Undo and redo',
  undo: 'Undo',
  redo: 'Redo',
  step: describeStep,
  undoStep: (step: string) => `Undo: ${step}`,
  redoStep: (step: string) => `Redo: ${step}`,
  undone: (stepped: Stepped) => sentence('Undone', stepped),
  redone: (stepped: Stepped) => sentence('Done again', stepped),
  noUndo: 'Nothing to undo',
  noRedo: 'Nothing to redo',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
};

function sentence(word: string, stepped: Stepped): string {
  const first = `${stepped.done === 0 ? 'Left as it is' : word}: ${describeStep(stepped.step)}.`;
  return [first, ...describeRest(stepped)].join(' ');
}
