// SPDX-License-Identifier: Apache-2.0
import { grypeAdapter } from './grype/grypeAdapter.ts';
import type { ReportAdapter } from './reportAdapter.ts';
import { sarifAdapter } from './sarif/sarifAdapter.ts';
import { trivyAdapter } from './trivy/trivyAdapter.ts';

/** The formats that are read. */
export const REPORT_ADAPTERS: readonly ReportAdapter[] = [
  trivyAdapter,
  grypeAdapter,
  sarifAdapter,
];
