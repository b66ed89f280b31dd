// SPDX-License-Identifier: Apache-2.0
import {
  localNames,
  neededImages,
  openVariables,
  type NamedImage,
} from '../../artifacts/dockerfile/facts/base/namedImages.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const baseImageDigestPinned = defineRule({
  id: 'dockerfile/base-image-digest-pinned',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Images are named by digest',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  control: 'pinning',
  frameworks: [
    'NIST-800-190 4.1.5',
    'NIST-800-190 4.2.2',
    'SLSA-Build L3',
    'OpenSSF-Scorecard Pinned-Dependencies',
    'SOC2 CC8.1',
    'CIS-Docker-1.6.0 4.2',
    'CIS-Docker-1.6.0 4.12',
    'CIS-Docker-1.6.0 5.28',
  ],
  peers: { scorecard: ['Pinned-Dependencies'] },
  category: 'reproducibility',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'pin-base-image',
  semantics:
    'Judges each image that a stage which the build needs takes from a registry: by FROM, by COPY --from and by a mount. Each must have a digest, written or by the default of an ARG. Stages of the file and scratch need none. A name without a namespace that is no official image means one that the same machine has built, which has no digest to name: unknown. A variable without a value makes it unknown, too, unless a digest stands behind it. Whether the digest is that of an index for all platforms, or of one platform, only a registry can tell; whether somebody updates it is another question.',
  rationale:
    'A tag can be given to another image at any time, by its owner or by an attacker; a digest is the checksum of the image itself.',
  remediation:
    'Write name:tag@sha256:… with the digest of the multi-platform index, as "docker buildx imagetools inspect" shows it, and let a bot such as Renovate or Dependabot update it.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  ],
  messages: { noDigest: 'The image "{image}" is named without a digest.' },
  examples: {
    passing: [`FROM alpine:3.22@sha256:${'4b'.repeat(32)}\n`],
    failing: ['FROM alpine:3.22\n'],
    unknown: ['ARG BASE\nFROM $BASE\n'],
  },
  check({ build }, verdict) {
    const images = neededImages(build);
    const findings: FindingDraft[] = [];
    const pinless: NamedImage[] = [];
    for (const image of images) {
      const { at, name, reference, isBuiltLocally } = image;
      if (reference?.digest !== '') continue;
      pinless.push(image);
      if (isBuiltLocally) continue;
      findings.push(verdict.finding('noDigest', at, { image: name }));
    }
    const open = openVariables(
      images.filter(
        ({ missing, literalEnd }) =>
          missing.length > 0 && !DIGEST_AT_END.test(literalEnd),
      ),
    );
    if (open !== undefined) {
      const unknown = verdict.unknown('variable-without-value', open);
      return verdict.fromFindings(findings, unknown);
    }
    const local = localNames(pinless);
    return verdict.fromFindings(
      findings,
      local === undefined
        ? verdict.passed()
        : verdict.unknown('image-not-known', local),
    );
  },
});

const DIGEST_AT_END = /@sha256:[0-9a-f]{64}$/;
