// SPDX-License-Identifier: Apache-2.0
import { mapOf, type ShapeValue } from '../json/shape.ts';

const VULNERABILITY = {
  VulnerabilityID: 'text',
  PkgName: 'text',
  PkgPath: 'text',
  PkgIdentifier: { PURL: 'text' },
  InstalledVersion: 'text',
  FixedVersion: 'text',
  Status: 'text',
  Severity: 'text',
  SeveritySource: 'text',
  CVSS: mapOf({
    V2Vector: 'text',
    V2Score: 'number',
    V3Vector: 'text',
    V3Score: 'number',
    V40Vector: 'text',
    V40Score: 'number',
  }),
  PrimaryURL: 'text',
  Title: 'prose',
  PublishedDate: 'text',
} as const;

const MISCONFIGURATION = {
  ID: 'text',
  Title: 'prose',
  Message: 'prose',
  Severity: 'text',
  PrimaryURL: 'text',
  Status: 'text',
  CauseMetadata: { StartLine: 'number', EndLine: 'number' },
} as const;

/** Without `Match` and `Code`, which hold the secret or what is around it. */
const SECRET = {
  RuleID: 'text',
  Category: 'text',
  Severity: 'text',
  Title: 'prose',
  StartLine: 'number',
  EndLine: 'number',
} as const;

/** What a scanner found, and then left aside. */
const MODIFIED = {
  Type: 'text',
  Status: 'text',
  Statement: 'prose',
  Source: 'text',
  Finding: { ...VULNERABILITY, ...MISCONFIGURATION, ...SECRET },
} as const;

const RESULT = { Target: 'text', Class: 'text', Type: 'text' } as const;

/** What is kept of the entries of a report. */
export const TRIVY_ENTRIES = {
  vulnerability: VULNERABILITY,
  misconfiguration: MISCONFIGURATION,
  secret: SECRET,
  modified: MODIFIED,
  result: RESULT,
} as const;

export type TrivyVulnerability = ShapeValue<typeof VULNERABILITY>;
export type TrivyMisconfiguration = ShapeValue<typeof MISCONFIGURATION>;
export type TrivySecret = ShapeValue<typeof SECRET>;
export type TrivyModified = ShapeValue<typeof MODIFIED>;
export type TrivyResult = ShapeValue<typeof RESULT>;
