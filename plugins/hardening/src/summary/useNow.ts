// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time, to the minute: what a page says in words of time stays true. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
