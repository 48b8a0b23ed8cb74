import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** Where the day is now, on this computer's clock. */
export function NowLine() {
  const [minutes, setMinutes] = useState(minutesNow);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(minutesNow()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return <div className="week-now" aria-hidden="true" style={{ top: `${(minutes / 1_440) * 100}%` }} />;
}

function minutesNow(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}
