// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plimsoll/model';
import { contextCopies } from '../../artifacts/dockerfile/facts/files/contextCopies.ts';
import {
  copiedSecrets,
  keptSecrets,
} from '../../artifacts/dockerfile/facts/secrets/copiedSecrets.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft, Verdict } from '../verdict.ts';
import { secretSeverity } from './secretSeverity.ts';

export const noSecretFilesCopied = defineRule({
  id: 'dockerfile/no-secret-files-copied',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'No COPY or ADD takes a file with a secret',
  severity: 'critical',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: [],
  control: 'secrets',
  frameworks: [
    'NIST-800-190 4.1.4',
    'PCI-DSS-4.0.1 8.6.2',
    'HIPAA 164.312(a)(1)',
    'SOC2 CC6.1',
    'CIS-Docker-1.6.0 4.10',
  ],
  peers: { trivy: ['DS-0031'], dockle: ['CIS-DI-0010'] },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'secrets',
  semantics:
    'Judges each source that a COPY or ADD of any stage takes from the build context. It fails where the source has the name of a file for secrets (.env, .env.production, id_rsa, *.pem, *.key, *.p12, *.jks, .npmrc, .netrc, .pypirc, .git-credentials, .aws, .docker/config.json, credentials.json, service-account*.json, kubeconfig, *.ovpn and the like), and where a folder or a pattern takes such a file of the repository; in both cases only when the ignore file and --exclude let it through. Where the text of a .env, .npmrc, .pem or .key is known, it decides: settings, certificates and public keys are no secrets. Examples (.env.example), certificates and public keys by their names, and files below folders for tests pass. A .npmrc of the repository that was not read is of severity medium. One step lower in a stage that the target does not need. Removing the file in a later step changes nothing. With a partial listing a folder cannot be judged.',
  rationale:
    'What a COPY takes stays in its layer, also when a later step removes it: whoever may pull the image, or the build cache, can read it.',
  remediation:
    'Remove the source, exclude the file in .dockerignore, and mount it where a step needs it: RUN --mount=type=secret,id=name,target=/path. At run time the platform gives the container its secrets. Replace the secret if an image with it was published.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  messages: {
    copied: 'This takes {paths} into a layer, which keeps it.',
    maybe: 'This takes {paths} into a layer: it must not hold a token.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM alpine:3.22\nCOPY . /app\n',
        '.dockerignore': '.env\n',
        '.env': 'TOKEN=hunter22\n',
      },
    ],
    failing: ['FROM alpine:3.22\nCOPY .env /app/.env\n'],
  },
  check({ build, context }, verdict) {
    let open: Verdict | undefined;
    const findings = new Map<number, FindingDraft>();
    for (const stage of build.stages) {
      const gradeOf = (severity: Severity) =>
        secretSeverity(severity, stage.isReachable);
      for (const at of stage.steps.flatMap(keptSecrets)) {
        const data = { paths: listPaths([at.value]) };
        const severity = gradeOf('critical');
        findings.set(at.start, verdict.finding('copied', at, data, severity));
      }
      for (const copy of contextCopies(stage)) {
        const secrets = copiedSecrets(copy, context);
        if (secrets.kind === 'unknown') {
          open ??= verdict.unknown(secrets.reason, secrets.detail);
        }
        // What an ONBUILD brings was judged where it stands.
        if (secrets.kind !== 'secrets' || findings.has(copy.at.start)) continue;
        const { at } = copy;
        const data = { paths: listPaths(secrets.paths) };
        const finding = secrets.isUnsure
          ? verdict.finding('maybe', at, data, gradeOf('medium'))
          : verdict.finding('copied', at, data, gradeOf('critical'));
        findings.set(at.start, finding);
      }
    }
    return verdict.fromFindings([...findings.values()], open);
  },
});

const SHOWN_PATHS = 3;

function listPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN_PATHS).map(path => `"${path}"`);
  const more = paths.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
