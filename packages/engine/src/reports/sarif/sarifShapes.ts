// SPDX-License-Identifier: Apache-2.0
import { firstOf, listOf, type ShapeValue } from '../json/shape.ts';

/** What is kept of the document itself. */
export const SARIF_LOG = { version: 'text', runs: 'presence' } as const;

export const SARIF_RUN = {
  results: 'presence',
  invocations: listOf({
    startTimeUtc: 'text',
    endTimeUtc: 'text',
    executionSuccessful: 'flag',
  }),
  properties: {
    imageName: 'text',
    imageID: 'text',
    repoDigests: listOf('text'),
    repoTags: listOf('text'),
  },
} as const;

export const SARIF_TOOL = {
  driver: { name: 'text', version: 'text', semanticVersion: 'text' },
} as const;

export const SARIF_RULE = {
  id: 'text',
  name: 'text',
  shortDescription: { text: 'prose' },
  fullDescription: { text: 'prose' },
  helpUri: 'text',
  defaultConfiguration: { level: 'text' },
  properties: {
    'security-severity': 'text',
    tags: listOf('prose'),
    purls: listOf('text'),
    fixed_version: 'text',
    cvssV3: 'number',
    cvssV3_severity: 'text',
    cvssV3_vector: 'text',
  },
} as const;

/** Without `snippet` and `contextRegion`, which hold text of the files. */
export const SARIF_RESULT = {
  ruleId: 'text',
  ruleIndex: 'number',
  rule: { id: 'text', index: 'number', toolComponent: { index: 'number' } },
  kind: 'text',
  level: 'text',
  message: { text: 'prose' },
  baselineState: 'text',
  locations: firstOf({
    physicalLocation: {
      artifactLocation: { uri: 'prose' },
      region: { startLine: 'number', endLine: 'number' },
    },
  }),
  suppressions: listOf({
    kind: 'text',
    status: 'text',
    justification: 'prose',
  }),
  properties: { 'security-severity': 'text' },
} as const;

export type SarifRun = ShapeValue<typeof SARIF_RUN>;
export type SarifTool = ShapeValue<typeof SARIF_TOOL>;
export type SarifRule = ShapeValue<typeof SARIF_RULE>;
export type SarifResult = ShapeValue<typeof SARIF_RESULT>;
