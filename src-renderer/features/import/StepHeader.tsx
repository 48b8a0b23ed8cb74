import { Check } from 'lucide-react';
import { t } from '../../texts/index.ts';
import { goToStep, type ImportStep, importSteps, useImport } from './import-store.ts';
import './StepHeader.css';

/** Where one is between the file and its drafts. Steps that are open already can be gone back to. */
export function StepHeader() {
  const { step, plan } = useImport();
  const at = importSteps.indexOf(step);
  const isOpen = (other: ImportStep) => plan !== null && (other === 'columns' || other === 'plan') && other !== step;
  return (
    <ol className="steps" aria-label={t.import.stepsLabel}>
      {importSteps.map((name, index) => (
        <li key={name} className="step" data-past={index < at || undefined} aria-current={name === step && 'step'}>
          <span className="step-mark numeric" aria-hidden="true">
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          {isOpen(name) ? (
            <button type="button" className="step-name" onClick={() => goToStep(name)}>
              {t.import.steps[name]}
            </button>
          ) : (
            <span className="step-name">{t.import.steps[name]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
