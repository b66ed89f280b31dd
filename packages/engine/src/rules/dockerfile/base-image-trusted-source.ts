// SPDX-License-Identifier: Apache-2.0
import {
  neededImages,
  openVariables,
} from '../../artifacts/dockerfile/facts/base/namedImages.ts';
import {
  isInsecureRegistry,
  isTrustedImage,
} from '../../data/trustedImages.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const baseImageTrustedSource = defineRule({
  id: 'dockerfile/base-image-trusted-source',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Images come from publishers that are trusted',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.5',
    'NIST-800-190 4.2.1',
    'PCI-DSS-4.0.1 6.3.2',
    'SOC2 CC6.8',
    'HIPAA 164.308(a)(5)(ii)(B)',
    'CIS-Docker-1.6.0 4.2',
  ],
  peers: {
    hadolint: ['DL3026'],
    dockerbench: ['4.2'],
    dockerscout: ['no-unapproved-base-images'],
  },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    "Judges each image that a stage which the build needs takes from a registry, by FROM, by COPY --from and by a mount. Trusted are Docker's official images with their copies at other registries, distroless, Chainguard, Microsoft, Red Hat UBI, and what policy.trustedImages names by prefixes of the full name. A registry that is localhost, an IP address or on port 80 always fails. Without policy.trustedImages an image of anybody else on Docker Hub fails, and one of another registry is unknown: it may be the organisation's own, or a mirror. With the list, everything outside of it fails.",
  rationale:
    'Anybody can publish an image under any name. What it contains runs with all that the service may do.',
  remediation:
    'Use the official image or one of the organisation, and name the registries that are trusted in policy.trustedImages.',
  references: [
    'https://docs.docker.com/docker-hub/image-library/trusted-content/',
  ],
  messages: {
    insecure: 'The registry "{registry}" of "{image}" is not one to trust.',
    notTrusted: 'The image "{image}" is of no publisher that is trusted.',
  },
  examples: {
    passing: ['FROM gcr.io/distroless/static-debian13:nonroot\n'],
    failing: ['FROM somebody/node:22\n'],
    unknown: ['FROM registry.example.com/base/node:22\n'],
  },
  check({ build }, verdict, { policy: { trustedImages } }) {
    const images = neededImages(build);
    const doubtful: string[] = [];
    const findings: FindingDraft[] = [];
    for (const { at, name, repository } of images) {
      if (!repository) continue;
      const { domain } = repository;
      if (isInsecureRegistry(domain)) {
        const data = { image: name, registry: domain };
        findings.push(verdict.finding('insecure', at, data));
      } else if (!isTrustedImage(repository, trustedImages ?? [])) {
        if (trustedImages || domain === DOCKER_HUB) {
          findings.push(verdict.finding('notTrusted', at, { image: name }));
        } else doubtful.push(name);
      }
    }
    if (findings.length > 0) return verdict.fromFindings(findings);
    const open = openVariables(images.filter(({ repository }) => !repository));
    if (open !== undefined) {
      return verdict.unknown('variable-without-value', open);
    }
    return doubtful.length > 0
      ? verdict.unknown('no-trusted-images-configured', doubtful.join(', '))
      : verdict.passed();
  },
});

const DOCKER_HUB = 'docker.io';
