// SPDX-License-Identifier: Apache-2.0
import type { Evidence, FileRole, UnknownReason } from '@plimsoll/model';
import { compareText } from '../../text/order.ts';
import type { ImageScan } from './imageScan.ts';
import { matchScans } from './matchScans.ts';
import { mergeScans, type ScannedImage } from './mergeScans.ts';

/** The scan of one image, or why there is none. */
export interface ImageScanSubject {
  readonly path: string;
  readonly role: FileRole;
  readonly artifact: ImageScan | UnknownReason | 'awaiting-first-build';
}

/**
 * The images that have to be scanned, and those that were.
 *
 * @param images - all Dockerfiles
 * @returns in the order of their paths
 */
export function readImageScans(
  images: readonly ScannedImage[],
  evidence: Evidence,
): ImageScanSubject[] {
  const { scans = [], firstScanDue } = evidence;
  const matched = matchScans(scans, images);
  const missing =
    scans.length === 0 && firstScanDue !== undefined
      ? 'awaiting-first-build'
      : 'no-scan-report';
  const own = images.flatMap((image): ImageScanSubject[] => {
    const { path, role } = image;
    const found = matched.get(path);
    if (!found)
      return role === 'excluded' ? [] : [{ path, role, artifact: missing }];
    return [{ path, role, artifact: mergeScans(image, found, evidence) }];
  });
  const paths = new Set(images.map(({ path }) => path));
  const foreign = [...matched]
    .filter(([path]) => !paths.has(path))
    .map(([path, found]) => {
      const image = { path, role: 'production', at: NOWHERE } as const;
      const artifact = mergeScans(image, found, evidence);
      return { path, role: image.role, artifact };
    });
  return [...own, ...foreign].sort((a, b) => compareText(a.path, b.path));
}

const NOWHERE = { start: 0, end: 0 };
