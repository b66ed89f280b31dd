// SPDX-License-Identifier: Apache-2.0
import { defineRule } from '../defineRule.ts';
import { judgePatterns, listPaths, placeOf } from './judgePatterns.ts';

export const dockerignoreExcludesSecrets = defineRule({
  id: 'dockerignore/excludes-secrets',
  artifact: 'buildContext',
  scoreArea: 'dockerignore',
  title: 'Environment files, keys and credentials are not copied into images',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.4',
    'PCI-DSS-4.0.1 8.6.2',
    'HIPAA 164.312(a)(1)',
    'SOC2 CC6.1',
  ],
  peers: { dockle: ['CIS-DI-0010'] },
  category: 'secrets',
  lifecycle: 'stable',
  effort: 'auto',
  action: 'ignore',
  semantics:
    'Asks for the usual paths of secrets whether a COPY or ADD of the build takes them and the patterns let them through; the last pattern that matches decides. The paths need not exist, because such files lie on the machines of developers and in CI jobs, not in the repository. One finding for environment files (.env, .env.local, .env.production), of severity medium one for keys (id_rsa, *.key, *.pem) and one for credentials (.aws/credentials, .npmrc, kubeconfig, secrets/), of severity low one for environment files and keys in folders further down. A file of the repository that holds a secret and is copied is critical: a private key, an environment file in which a variable with the name of a secret has a value, a .npmrc with a token. Examples (.env.example), public keys and files below folders for tests are none. An ignore file that begins with "*" is not asked for paths further down, and .npmrc is not asked for where a COPY names it. Without an ignore file dockerignore/present fails instead.',
  rationale:
    'A secret that is copied stays in a layer, even if a later step removes it. Everyone who can pull the image can read it or, where a stage that only builds has copied it, everyone who shares the build cache.',
  remediation:
    'Add "**/.env", "**/.env.*", "!**/.env.example", "**/*.pem", "**/*.key", "**/id_rsa", "**/id_ed25519", "**/.npmrc", "**/.aws", "**/kubeconfig" and "secrets" to the ignore file. Give a step what it needs with RUN --mount=type=secret. A secret that was in an image has to be replaced.',
  references: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/build/building/secrets/',
  ],
  messages: {
    environment:
      'The build copies environment files if there are any: {paths}.',
    keys: 'The build copies private keys if there are any: {paths}.',
    credentials: 'The build copies credentials if there are any: {paths}.',
    nested:
      'The build copies secrets in folders further down if there are any: {paths}.',
    real: 'The build copies secrets of this repository: {paths}.',
  },
  examples: {
    passing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': '*\n!src\n!package*.json\n',
      },
    ],
    failing: [
      {
        Dockerfile: 'FROM node:24-slim\nCOPY . /app\n',
        '.dockerignore': 'node_modules\n.git\n',
      },
    ],
  },
  check: (context, verdict) =>
    judgePatterns(context, verdict, patterns => {
      const { usual, nested, secrets } = patterns.toExclude;
      const environment = patterns.copied(usual.environment);
      const keys = patterns.copied(usual.keys);
      const atRoot = [...environment, ...keys];
      // A pattern that is missing for the root is not reported twice.
      const deeper = nested.filter(
        path => !atRoot.some(other => path.endsWith(`/${other.path}`)),
      );
      const groups = [
        ['real', patterns.copied(secrets), 'critical'],
        ['environment', environment, 'high'],
        ['keys', keys, 'medium'],
        ['credentials', patterns.copied(usual.credentials), 'medium'],
        ['nested', patterns.copied(deeper, patterns.countsNested), 'low'],
      ] as const;
      return groups
        .filter(([, copied]) => copied.length > 0)
        .map(([messageId, copied, severity]) => {
          const data = { paths: listPaths(copied) };
          const at = placeOf(patterns, copied);
          return verdict.finding(messageId, at, data, severity);
        });
    }),
});
