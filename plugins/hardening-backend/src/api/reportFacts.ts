// SPDX-License-Identifier: Apache-2.0
import type { ReportFacts } from '@plimsoll/plugin-hardening-common';
import type { KeptScan } from '../database/scanStore';
import { isoOf } from './times';

/** A report as lists show it. */
export function reportFacts({
  facts,
  dockerfile,
  scannedAt,
  receivedAt,
}: Pick<
  KeptScan,
  'facts' | 'dockerfile' | 'scannedAt' | 'receivedAt'
>): ReportFacts {
  return {
    ...facts,
    dockerfile,
    scannedAt: isoOf(scannedAt),
    receivedAt: new Date(receivedAt).toISOString(),
  };
}
