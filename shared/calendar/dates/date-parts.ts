/** Year, month and day as they were written. What the text does not give is null: nothing is guessed here. */
export type DateParts = { year: number | null; month: number | null; day: number | null };
