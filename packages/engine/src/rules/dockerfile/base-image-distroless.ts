// SPDX-License-Identifier: Apache-2.0
import {
  baseImage,
  baseImageWord,
} from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const baseImageDistroless = defineRule({
  id: 'dockerfile/base-image-distroless',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The final stage starts with a distroless image or from scratch',
  severity: 'low',
  confidence: 'high',
  level: 'expert',
  mandatoryFor: ['expert'],
  frameworks: [
    'NIST-800-190 4.1.2',
    'NIST-800-190 4.4.4',
    'PCI-DSS-4.0.1 2.2.4',
    'CIS-Docker-1.6.0 4.3',
  ],
  peers: { dfc: ['FROM-mapping'] },
  category: 'surface',
  lifecycle: 'stable',
  effort: 'manual',
  semantics:
    'Judges the image at the start of the target stage, through the stages that it builds on. It passes with scratch, with Google distroless, Chainguard images other than their SDKs and -dev variants, chiselled and distroless images of .NET, ubi-micro, and other images that hold one program and no package manager. The debug variants of distroless hold a shell and fail. What the stage copies in is not judged. An image that no table knows is unknown; images for Windows are not judged.',
  rationale:
    'Without a shell and a package manager an attacker finds nothing to go on with, and there is little that needs updates.',
  remediation:
    'Build in another stage and copy the result into a distroless image of the same language, or into scratch when the program is one static file. Commands need exec form there.',
  references: ['https://github.com/GoogleContainerTools/distroless'],
  messages: {
    notDistroless:
      'The final stage starts with "{image}", which holds a shell or a package manager.',
  },
  examples: {
    passing: [
      'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY app /app\nENTRYPOINT ["/app"]\n',
    ],
    failing: ['FROM alpine:3.22\n'],
    unknown: ['FROM registry.example.com/static\n'],
  },
  check({ target }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    const base = baseImage(target);
    if (base.kind === 'unknown') {
      return verdict.unknown(base.reason, base.detail);
    }
    if (base.kind === 'scratch' || base.facts.size === 'distroless') {
      return verdict.passed();
    }
    const at = baseImageWord(target);
    return verdict.failed('notDistroless', at, { image: base.name });
  },
});
