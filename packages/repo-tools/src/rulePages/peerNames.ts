// SPDX-License-Identifier: Apache-2.0

import type { Peer } from '@plimsoll/model';

/** How the neighbours write their own names. */
export const PEER_NAMES: Readonly<Record<Peer, string>> = {
  buildkit: 'BuildKit',
  checkov: 'Checkov',
  dfc: 'dfc',
  dockerbench: 'Docker Bench for Security',
  dockerscout: 'Docker Scout',
  dockle: 'Dockle',
  hadolint: 'hadolint',
  kics: 'KICS',
  scorecard: 'OpenSSF Scorecard',
  trivy: 'Trivy',
};
