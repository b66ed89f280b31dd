// SPDX-License-Identifier: Apache-2.0
import { parseImageReference } from '@plimsoll/engine';
import type { ScanReport } from '@plimsoll/model';
import { createHash } from 'node:crypto';

/** For whom a report came. */
export interface ScanDestination {
  readonly entityRef: string;
  /** Whose image was scanned, where somebody said so. */
  readonly dockerfile: string | undefined;
}

/**
 * By which sightings are kept: the repository of the image, so that a
 * vulnerability is as old whoever uses the image. What has no such name is the
 * entity's own.
 */
export function imageOf(
  { subject }: ScanReport,
  { entityRef, dockerfile }: ScanDestination,
): string {
  if (subject.kind === 'image') {
    for (const name of [subject.name, ...subject.references]) {
      const { domain, path, error } = parseImageReference(name);
      if (error === null && !isFile(name)) return `${domain}/${path}`;
    }
  }
  return shortKey(`${entityRef} ${dockerfile ?? subject.name}`);
}

/**
 * Of several reports with the same slot only the newest counts: same image, same
 * scanner, and they look at the same kinds of things. Whether one that looks at
 * less replaces one that looks at more is for the engine to say.
 */
export function slotOf(
  { scanner, subject, covers }: ScanReport,
  image: string,
  dockerfile: string | undefined,
): string {
  return digestOf(
    JSON.stringify([
      dockerfile ?? null,
      image,
      scanner.name,
      subject.platform ?? null,
      covers,
    ]),
  );
}

/** Scanners call an image by its file when they are given one. */
function isFile(name: string): boolean {
  return /^[./]|\.(?:tar|tgz|gz|oci)$/i.test(name);
}

function shortKey(text: string): string {
  return text.length <= LONGEST_KEY ? text : digestOf(text);
}

const LONGEST_KEY = 300;

/** In hexadecimal. */
export function digestOf(data: string): string {
  return createHash('sha256').update(data).digest('hex');
}
