// SPDX-License-Identifier: Apache-2.0
import { isMask } from './masks.ts';
import type { Report } from './secretPiece.ts';
import { isRandom, natureOfValue } from './secretValue.ts';

/**
 * Finds the passwords in `scheme://user:password@host`, and random users that
 * have none.
 */
export function findUrlCredentials(text: string, report: Report): void {
  if (!text.includes('@')) return;
  let index = text.indexOf(BEFORE_USER);
  while (index >= 0) {
    findUrlCredential(text, index, report);
    index = text.indexOf(BEFORE_USER, index + BEFORE_USER.length);
  }
}

const BEFORE_USER = '://';

/** @param index - of the `://` */
function findUrlCredential(text: string, index: number, report: Report): void {
  if (!/[A-Za-z0-9]/.test(text[index - 1] ?? '')) return;
  const start = index + BEFORE_USER.length;
  const end = userEnd(text, start);
  if (end < 0) return;
  const userinfo = text.slice(start, end);
  const colon = userinfo.indexOf(':');
  const from = colon < 0 ? start : start + colon + 1;
  for (let unit = from; unit < end; unit++) {
    if (isMask(text.charCodeAt(unit))) return;
  }
  const value = text.slice(from, end);
  if (natureOfValue(value, 'password') !== 'literal') return;
  // What Sentry calls a key stands in every page.
  const isPublic = /^@[a-z0-9.-]*sentry\b/i.test(text.slice(end, end + 80));
  if (colon < 0 && (isPublic || !isRandom(value))) return;
  report(from, end, 'url-credential');
}

/** Index of the `@` behind user and password; -1 where there is none. */
function userEnd(text: string, start: number): number {
  const last = Math.min(text.length, start + MAX_USERINFO);
  let end = -1;
  let braces = 0;
  for (let index = start; index < last; index++) {
    const character = text[index]!;
    if (character === '@') end = index;
    else if (character === '{') braces++;
    else if (character === '}' && braces-- === 0) break;
    else if (STOP.test(character)) break;
  }
  return end;
}

const MAX_USERINFO = 512;
const STOP = /[\s\0-\x1f/?#"'`<>\\,;|)\]]/;
