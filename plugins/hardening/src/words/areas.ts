// SPDX-License-Identifier: Apache-2.0
import type { ScoreArea } from '@plimsoll/model';

/** How areas are called on a page. */
export const AREA_NAMES: Readonly<Record<ScoreArea, string>> = {
  dockerfile: 'Dockerfile',
  dockerignore: '.dockerignore',
  runtime: 'Runtime',
  scan: 'Scan',
  image: 'Image',
  ci: 'CI',
  repo: 'Repository',
};
