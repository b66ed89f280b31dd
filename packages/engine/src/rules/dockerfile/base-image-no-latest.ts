// SPDX-License-Identifier: Apache-2.0
import {
  localNames,
  namedImages,
  openVariables,
  type NamedImage,
} from '../../artifacts/dockerfile/facts/base/namedImages.ts';
import { defineRule } from '../defineRule.ts';

export const baseImageNoLatest = defineRule({
  id: 'dockerfile/base-image-no-latest',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No base image is taken by the tag latest',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  control: 'pinning',
  frameworks: [
    'NIST-800-190 4.2.2',
    'PCI-DSS-4.0.1 2.2.1',
    'SOC2 CC8.1',
    'OpenSSF-Scorecard Pinned-Dependencies',
    'CIS-Docker-1.6.0 5.28',
  ],
  peers: {
    hadolint: ['DL3007'],
    trivy: ['DS-0001'],
    kics: ['f45ea400-6bbe-4501-9fc7-1c3d75c32067'],
    checkov: ['CKV_DOCKER_7'],
    dockle: ['DKL-DI-0006'],
  },
  category: 'reproducibility',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'pin-base-image',
  semantics:
    'Judges the FROM of every stage, also of stages that the build does not need. It fails where the tag is "latest", written or by the default of an ARG, and no digest stands beside it. A reference without tag and digest also means latest for Docker; dockerfile/base-image-explicit-tag judges that. Other tags that move (stable, lts, 22) belong to other rules, images that COPY or a mount names to dockerfile/external-copy-source-pinned. A name without a namespace that is no official image means one that the same machine has built: its latest is unknown. A variable without a value makes it unknown, too, unless the word ends in ":latest" all the same.',
  rationale:
    'What latest means changes without notice: the same commit gives another image tomorrow, and nobody can tell which versions of it are affected by a vulnerability.',
  remediation:
    'Name the version that was tested, and add its digest. Where the publisher has no other tag, the digest alone is enough.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  ],
  messages: {
    latest: 'The base image "{image}" is whatever the tag latest means today.',
  },
  examples: {
    passing: ['FROM node:22.11-slim\n'],
    failing: ['FROM node:latest\n'],
    unknown: ['ARG TAG\nFROM node:$TAG\n'],
  },
  check({ build }, verdict) {
    const bases: NamedImage[] = [];
    for (const stage of build.stages) {
      const base = namedImages(stage).find(({ use }) => use === 'base');
      if (base) bases.push(base);
    }
    const latest = bases.filter(({ reference, literalEnd }) =>
      reference
        ? reference.tag === LATEST && reference.digest === ''
        : literalEnd.endsWith(`:${LATEST}`),
    );
    const findings = latest
      .filter(({ isBuiltLocally }) => !isBuiltLocally)
      .map(({ at, name }) => verdict.finding('latest', at, { image: name }));
    const open = openVariables(bases);
    if (open !== undefined) {
      const unknown = verdict.unknown('variable-without-value', open);
      return verdict.fromFindings(findings, unknown);
    }
    const local = localNames(latest);
    return verdict.fromFindings(
      findings,
      local === undefined
        ? verdict.passed()
        : verdict.unknown('image-not-known', local),
    );
  },
});

const LATEST = 'latest';
