// SPDX-License-Identifier: Apache-2.0
import {
  baseImage,
  baseImageWord,
} from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const baseImageMinimal = defineRule({
  id: 'dockerfile/base-image-minimal',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The final stage starts with a minimal image',
  severity: 'medium',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: ['proficient'],
  frameworks: [
    'NIST-800-190 4.1.2',
    'NIST-800-190 4.5.1',
    'PCI-DSS-4.0.1 2.2.4',
    'SOC2 CC6.8',
    'CIS-Docker-1.6.0 4.3',
  ],
  peers: { dockerbench: ['4.3'], dfc: ['FROM-mapping'] },
  category: 'surface',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'base-image',
  semantics:
    'Judges the image at the start of the target stage, through the stages that it builds on. Minimal are slim and Alpine variants, ubi-minimal and ubi-micro, Wolfi, chiselled and distroless images, and scratch. Whole distributions (debian, ubuntu, fedora), images upon them (node:22, postgres on Ubuntu), and SDKs and JDKs upon whatever are not. What the stage installs or removes is not judged. An image that no table knows is unknown; images for Windows are not judged.',
  rationale:
    'Each package in the image can have vulnerabilities and serves whoever breaks in; most of those of a whole distribution are never used.',
  remediation:
    'Take the slim, Alpine or distroless variant of the same image, and leave compilers and SDKs to a build stage. Images on Alpine have musl instead of glibc: programs that were compiled for the other may not start.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  ],
  messages: {
    full: 'The final stage starts with "{image}": a whole distribution or an SDK.',
  },
  examples: {
    passing: ['FROM node:22-slim\n'],
    failing: ['FROM node:22\n'],
    unknown: ['FROM registry.example.com/node:22\n'],
  },
  check({ target }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    const base = baseImage(target);
    if (base.kind === 'unknown') {
      return verdict.unknown(base.reason, base.detail);
    }
    if (base.kind === 'scratch' || base.facts.size !== 'full') {
      return verdict.passed();
    }
    return verdict.failed('full', baseImageWord(target), { image: base.name });
  },
});
