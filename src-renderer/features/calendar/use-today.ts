import { useEffect, useState } from 'react';
import { todayOf } from './dates.ts';

/** Today on this computer's clock, also when the window stays open over midnight or wakes up days later. */
export function useToday(): string {
  const [today, setToday] = useState(() => todayOf(new Date()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new day sets the next alarm
  useEffect(() => {
    const look = () => setToday(todayOf(new Date()));
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const timer = setTimeout(look, midnight.getTime() - now.getTime());
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', look);
    };
  }, [today]);
  return today;
}
