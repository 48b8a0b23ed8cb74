import { ChevronRight, CircleCheck, CircleDashed } from 'lucide-react';
import type { RefObject } from 'react';
import { apiFieldToDraftField, type PublishProblem } from '#shared/publishing/readiness.ts';
import { t } from '../../texts/index.ts';

type Props = { problems: PublishProblem[]; panel: RefObject<HTMLElement | null> };

/** What is still missing; each entry leads to its field. */
export function ReadyChecklist({ problems, panel }: Props) {
  if (problems.length === 0) {
    return (
      <p className="checklist-ready" role="status">
        <CircleCheck aria-hidden="true" size={16} />
        <span>
          <strong>{t.editor.ready}</strong> {t.editor.readyWords}
        </span>
      </p>
    );
  }
  return (
    <section className="checklist" aria-labelledby="checklist-title">
      <h3 id="checklist-title">{t.editor.checklist}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field}-${problem.code}`}>
            <button type="button" onClick={() => focusField(panel.current, problem.field)}>
              <CircleDashed aria-hidden="true" size={14} />
              <span>{problem.message}</span>
              <ChevronRight aria-hidden="true" size={13} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Moves the keyboard to the control of a draft field, also when an answer named it in the platform's spelling. */
function focusField(panel: HTMLElement | null, field: string): void {
  const name = apiFieldToDraftField[field] ?? field;
  const control = panel?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea, [role="combobox"])`);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
