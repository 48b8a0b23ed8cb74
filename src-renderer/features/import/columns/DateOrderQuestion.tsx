import { CalendarDays } from 'lucide-react';
import type { ImportPlanView } from '#shared/contract/import-views.ts';
import { RadioCards } from '../../../components/RadioCards.tsx';
import { t } from '../../../texts/index.ts';
import { choose, useImport } from '../import-store.ts';

const orders = ['dmy', 'mdy', 'ymd'] as const;

/** Asked only when the whole column leaves it open; stays while the answer is the person's, to be changed again. */
export function DateOrderQuestion({ plan }: { plan: ImportPlanView }) {
  const choices = useImport((state) => state.choices);
  if (plan.dateOrderReason !== 'ambiguous' && choices.dateOrder === undefined) return null;
  return (
    <section className="date-order" aria-labelledby="date-order-title">
      <h2 id="date-order-title">
        <CalendarDays aria-hidden="true" size={16} />
        {t.import.dateOrder}
      </h2>
      <p>{t.import.dateOrderWords}</p>
      <RadioCards
        label={t.import.dateOrder}
        value={choices.dateOrder ?? null}
        choices={orders.map((order) => ({ value: order, ...t.import.dateOrders[order] }))}
        onChange={(dateOrder) => choose({ ...choices, dateOrder })}
      />
    </section>
  );
}
