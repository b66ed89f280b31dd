// SPDX-License-Identifier: Apache-2.0
import {
  mountsSecret,
  privateAccesses,
} from '../../artifacts/dockerfile/facts/secrets/privateAccess.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { writtenSecrets } from '../../artifacts/dockerfile/facts/secrets/writtenSecrets.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const buildSecretsMounted = defineRule({
  id: 'dockerfile/build-secrets-mounted',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Steps that log in somewhere mount their secret',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.4',
    'PCI-DSS-4.0.1 8.6.2',
    'SOC2 CC6.1',
    'CIS-Docker-1.6.0 4.10',
  ],
  peers: {},
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'assisted',
  semantics:
    'Judges each RUN of the stages that the target needs. It fails where a command logs in with what no --mount=type=secret or type=ssh of that RUN brings: Git and package managers with an SSH address, a URL or a header with a variable as its credential, a token in a .npmrc, a login that npm, Composer, Poetry, Bundler, Cargo, NuGet, pip or Git is given to keep, Maven with settings where the stage has a variable for a password or token, Go modules that GOPRIVATE names when no step that fetches them mounts anything. It also fails where a mounted secret is written to a file that stays in the layer. A registry that asks for no login shows nothing of this and is not judged, nor are credentials as text (dockerfile/no-secret-literals), variables that the script fills by itself, and shells of Windows. Without any such step it is not applicable.',
  rationale:
    'A login that comes through ARG, ENV or a copied file stays in the history, in a layer or in the cache of the build; a mount is there for one step and leaves nothing behind.',
  remediation:
    'Add --mount=type=secret,id=name,env=NAME (or target=/path) to the RUN, or --mount=type=ssh for SSH, and build with "docker build --secret id=name,env=NAME" or "--ssh default". Let the tool read the mounted file, and write no copy of it.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypesecret',
  ],
  messages: {
    unmounted: 'This needs {access}, and the RUN mounts no secret for it.',
    written:
      'This writes the mounted secret to {path}, where the layer keeps it.',
  },
  examples: {
    passing: [
      'FROM node:22-alpine\nCOPY package.json package-lock.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
    ],
    failing: [
      'FROM node:22-alpine\nARG NPM_TOKEN\nRUN echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci\n',
    ],
  },
  check({ build, target }, verdict) {
    const findings: FindingDraft[] = [];
    let isJudged = false;
    for (const stage of build.stages) {
      if (!stage.isReachable) continue;
      for (const { label, isMounted, ...at } of privateAccesses(stage)) {
        isJudged = true;
        if (isMounted) continue;
        findings.push(verdict.finding('unmounted', at, { access: label }));
      }
    }
    for (const { steps, isReachable } of build.stages) {
      if (!isReachable) continue;
      for (const step of steps) {
        isJudged ||= mountsSecret(step);
        for (const { path, ...at } of writtenSecrets(step)) {
          findings.push(verdict.finding('written', at, { path: `"${path}"` }));
        }
      }
    }
    if (isJudged) return verdict.fromFindings(findings);
    return verdict.notApplicable(
      isWindowsStage(target) ? 'windows-image' : 'no-subject',
    );
  },
});
