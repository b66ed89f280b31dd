// SPDX-License-Identifier: Apache-2.0

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago: `2 h ago`; after a week, the day. */
export function formatAge(instant: Date, now: Date): string {
  const age = now.getTime() - instant.getTime();
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h ago`;
  const days = Math.floor(age / DAY_MS);
  if (days === 1) return 'yesterday';
  return days <= 7 ? `${days} days ago` : `on ${formatDay(instant)}`;
}

/** `18 Nov`; with the year when it is not this one. */
export function formatDay(day: Date, now = new Date()): string {
  const text = `${day.getDate()} ${MONTHS[day.getMonth()]}`;
  return day.getFullYear() === now.getFullYear()
    ? text
    : `${text} ${day.getFullYear()}`;
}

// As the rest of the page, whatever language the browser has.
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `18 Nov, 09:12`, where the reader is; of this day, `09:12`. */
export function formatInstant(instant: Date, now = new Date()): string {
  const [hours, minutes] = [instant.getHours(), instant.getMinutes()].map(
    number => String(number).padStart(2, '0'),
  );
  const time = `${hours}:${minutes}`;
  return instant.toDateString() === now.toDateString()
    ? time
    : `${formatDay(instant, now)}, ${time}`;
}

/** A ruleset's version with as much of its hash as tells it apart. */
export function shortRuleset(version: string): string {
  return version.replace(/-([0-9a-f]{7})[0-9a-f]+$/, '-$1');
}

/** A commit as people write it; an etag, when that is all there is, cut. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision)
    ? revision.slice(0, 7)
    : revision.slice(0, 12);
}

/** The start of a day of the history, written `2026-11-20`: in UTC. */
export function instantOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
