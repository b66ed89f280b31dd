// SPDX-License-Identifier: Apache-2.0
import type { ImageScan } from '../../artifacts/imageScan/imageScan.ts';
import type { Verdict } from '../verdict.ts';

/** What a rule says where it has no finding, and that proves nothing. */
export function unlessProven(
  { vulnerabilityProof }: ImageScan,
  verdict: {
    unknown(reason: 'no-package-scanned' | 'scan-incomplete'): Verdict;
  },
): Verdict | undefined {
  switch (vulnerabilityProof) {
    case 'sound':
      return undefined;
    case 'scan-incomplete':
      return verdict.unknown('scan-incomplete');
    default:
      return verdict.unknown('no-package-scanned');
  }
}
