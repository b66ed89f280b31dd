// SPDX-License-Identifier: Apache-2.0
import {
  copiesFromOthers,
  type Boundary,
} from '../../artifacts/dockerfile/facts/boundaries/boundary.ts';
import { javaBoundaries } from '../../artifacts/dockerfile/facts/boundaries/javaBoundary.ts';
import { moduleBoundaries } from '../../artifacts/dockerfile/facts/boundaries/moduleBoundary.ts';
import { programBoundaries } from '../../artifacts/dockerfile/facts/boundaries/programBoundary.ts';
import { pythonBoundaries } from '../../artifacts/dockerfile/facts/boundaries/pythonBoundary.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const builderRuntimeCompatible = defineRule({
  id: 'dockerfile/builder-runtime-compatible',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'What one stage compiles runs in the final stage',
  severity: 'high',
  confidence: 'medium',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: ['NIST-800-190 4.1.2'],
  peers: {},
  category: 'operations',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Compares the base images on both sides of COPY --from=<stage> into the final image, for four kinds of results. Python: environments and site-packages need the same minor version; packages of pip --target and copies of the whole interpreter do not, and where uv brings its own Python nothing is said. Dependencies of Node.js and Python that are likely to hold machine code, because their stage brings a C compiler or the manifest lists a well-known native package, need the same C library. Programs of Go and Rust need the C library that they link to, and no older glibc across version 2.34; static ones pass (CGO_ENABLED=0, -static, a musl target, +crt-static, cross-compilation). Go counts as linked where cgo is on, which is the default beside a C compiler, although programs without net and os/user do not need it. Java: classes must not be newer than the runtime, as told by --release, by the manifest, or by a plain javac; an image with jlink in it passes. The same base image on both sides passes. An image or version that is not known makes the outcome unknown where such a result crosses it.',
  rationale:
    'The image builds without a complaint, and the program fails when it starts or when it first loads a module: "not found", "No module named", "UnsupportedClassVersionError".',
  remediation:
    'Use tags of the same version and distribution on both sides, or compile statically (CGO_ENABLED=0 for Go, a musl target for Rust).',
  references: [
    'https://pkg.go.dev/cmd/cgo',
    'https://doc.rust-lang.org/reference/linkage.html#static-and-dynamic-c-runtimes',
    'https://peps.python.org/pep-0513/',
    'https://github.com/GoogleContainerTools/distroless/tree/main/python3',
  ],
  messages: {
    program:
      'The program that "{command}" compiles needs {needs}, and the final image has {has}.',
    glibc:
      'The program that "{command}" compiles needs glibc 2.34 or later ({needs}), and the final image has {has}.',
    modules:
      'The native modules that "{command}" installs need {needs}, and the final image has {has}.',
    python:
      'These packages are for Python {needs}, and the final image runs Python {has}.',
    java: '"{command}" compiles for Java {needs}, and the final image runs Java {has}.',
  },
  examples: {
    passing: [
      'FROM python:3.13-slim AS build\nRUN python -m venv /venv && /venv/bin/pip install -r requirements.txt\nFROM gcr.io/distroless/python3-debian13\nCOPY --from=build /venv /venv\n',
    ],
    failing: [
      'FROM python:3.12-slim AS build\nRUN python -m venv /venv && /venv/bin/pip install -r requirements.txt\nFROM gcr.io/distroless/python3-debian12\nCOPY --from=build /venv /venv\n',
    ],
  },
  check({ target, context }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    if (!copiesFromOthers(target)) return verdict.notApplicable('no-subject');
    const boundaries: readonly Boundary[] = [
      ...programBoundaries(target),
      ...moduleBoundaries(target, context),
      ...pythonBoundaries(target),
      ...javaBoundaries(target, context),
    ];
    const findings = boundaries.flatMap(boundary => {
      if (boundary.kind !== 'broken') return [];
      const { what, at, ...data } = boundary;
      const { needs, has, command } = data;
      return [verdict.finding(what, at, { needs, has, command })];
    });
    if (findings.length > 0) return verdict.fromFindings(findings);
    const open = boundaries.find(boundary => boundary.kind === 'open');
    if (open) return verdict.unknown(open.reason, open.detail);
    return boundaries.length > 0
      ? verdict.passed()
      : verdict.notApplicable('no-subject');
  },
});
