// SPDX-License-Identifier: Apache-2.0
import { expectLinear } from '../testing/expectLinear.ts';
import { isSecretFile } from './secretFiles.ts';

const KEY = (kind: string) =>
  `-----BEGIN ${kind}-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END ${kind}-----\n`;

it.each([
  ['.env', 'PORT=1\nDB_PASSWORD=hunter2\n'],
  ['a/.env.production', 'DATABASE_URL=postgres://u:p4ssw0rd@db/x\n'],
  ['.env', undefined],
  ['tls/server.key', KEY('PRIVATE KEY')],
  ['a.pem', KEY('CERTIFICATE') + KEY('RSA PRIVATE KEY')],
  ['.npmrc', '//npm.example.com/:_authToken=npm_abc\n'],
  ['deploy/id_ed25519', undefined],
  ['keys/release.jks', 'any'],
  ['.aws/credentials', undefined],
  ['home/.kube/config', undefined],
  ['.netrc', undefined],
])('%s with %p holds a secret', (path, text) => {
  expect(isSecretFile({ path, size: 1, text })).toBe(true);
});

it.each([
  ['.env', 'PORT=8080\nDEBUG=true\n'],
  ['.env', 'PASSWORD=\nTOKEN=""\nSECRET=${SECRET}\nAPI_KEY=<your key>\n'],
  ['.env.example', 'PASSWORD=hunter2\n'],
  ['.env.vault', undefined],
  ['.envrc', 'PASSWORD=hunter2\n'],
  ['roots.pem', KEY('CERTIFICATE')],
  ['nginx_signing.key', KEY('PGP PUBLIC KEY BLOCK')],
  ['.npmrc', 'registry=https://npm.example.com/\nsave-exact=true\n'],
  ['.npmrc', '//npm.example.com/:_authToken=${NPM_TOKEN}\n'],
  ['id_rsa.pub', undefined],
  ['test/id_rsa', undefined],
  ['examples/.env', 'PASSWORD=hunter2\n'],
  ['apps/web/example/cert.p12', undefined],
  ['src/__tests__/tls.key', undefined],
  ['aws/credentials', undefined],
  ['main.ts', 'const password = "hunter2";\n'],
])('%s with %p holds none', (path, text) => {
  expect(isSecretFile({ path, size: 1, text })).toBe(false);
});

it('takes time linear in the length of a path', () => {
  expectLinear(
    n => `${'.env.key/'.repeat(n)}.env.${'a.'.repeat(n)}`,
    path => isSecretFile({ path, size: 1 }),
  );
});
