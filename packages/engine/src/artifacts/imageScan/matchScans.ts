// SPDX-License-Identifier: Apache-2.0
import type { FileRole, ScanEvidence, ScanSubject } from '@plimsoll/model';
import { maskSecrets } from '../../secrets/maskSecrets.ts';
import { parseImageReference } from '../../syntax/imageReference/parseImageReference.ts';
import { printable } from '../../text/printable.ts';

/** A Dockerfile of which an image may be built. */
export interface BuiltImage {
  readonly path: string;
  readonly role: FileRole;
}

/**
 * Finds the image that each report is about: the one that somebody named; else
 * by the last part of the image's name, which is that of the Dockerfile's folder
 * or what its name ends with; else the only one, or the only one in production.
 *
 * @param images - all, by path
 * @returns reports by the path of a Dockerfile; those of no Dockerfile by the
 *   name of their image, so that they are judged all the same
 */
export function matchScans(
  scans: readonly ScanEvidence[],
  images: readonly BuiltImage[],
): ReadonlyMap<string, readonly ScanEvidence[]> {
  const paths = new Set(images.map(({ path }) => path));
  const matched = new Map<string, ScanEvidence[]>();
  for (const scan of scans) {
    const path = pathOf(scan, images) ?? foreignPath(scan, paths);
    const group = matched.get(path);
    if (group) group.push(scan);
    else matched.set(path, [scan]);
  }
  return matched;
}

function pathOf(
  { dockerfile, report: { subject } }: ScanEvidence,
  images: readonly BuiltImage[],
): string | undefined {
  if (dockerfile !== undefined) {
    return images.find(({ path }) => path === dockerfile)?.path;
  }
  const counting = images.filter(({ role }) => role !== 'excluded');
  if (counting.length <= 1) return counting[0]?.path;
  const names = new Set(referencesOf(subject).map(lastPart));
  const named = counting.filter(({ path }) =>
    namesOf(path).some(name => names.has(name)),
  );
  if (named.length === 1) return named[0]?.path;
  if (named.length > 1) return undefined;
  const production = counting.filter(({ role }) => role === 'production');
  return production.length === 1 ? production[0]?.path : undefined;
}

/** Of an image that no Dockerfile is known of; the same for all its builds. */
function foreignPath(
  { dockerfile, report }: ScanEvidence,
  taken: ReadonlySet<string>,
): string {
  const [first = ''] = referencesOf(report.subject);
  const { familiar, tag, digest } = parseImageReference(first);
  const name = familiar
    .slice(0, digest ? -digest.length - 1 : undefined)
    .slice(0, tag ? -tag.length - 1 : undefined);
  const told = dockerfile || name || first || report.scanner.name || 'image';
  const path = printable(maskSecrets(told.slice(0, LONGEST_NAME)));
  return taken.has(path) ? `image ${path}` : path;
}

const LONGEST_NAME = 200;

function referencesOf({ name, references }: ScanSubject): readonly string[] {
  return [name, ...references].filter(one => one !== '');
}

/** `orders` of `registry.example.com/shop/orders:1.2@sha256:…`. */
function lastPart(reference: string): string {
  const { path } = parseImageReference(reference);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What an image of the Dockerfile is called, when it is named after that. */
function namesOf(path: string): string[] {
  const [file = '', folder = ''] = path.split('/').reverse();
  const [, after = ''] =
    /^(?:docker|container)file[._-](.+)$/i.exec(file) ?? [];
  const [, before = ''] = /^(.+)\.(?:docker|container)file$/i.exec(file) ?? [];
  return [folder, after, before]
    .filter(name => name !== '')
    .map(name => name.toLowerCase());
}
