// SPDX-License-Identifier: Apache-2.0
import { drawn } from '../testing/plantedSecrets.ts';
import { isRandom, natureOfValue } from './secretValue.ts';

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['$TOKEN', 'reference'],
  ['${TOKEN}', 'reference'],
  ['a$(cat b)', 'reference'],
  ['`cat b`', 'reference'],
  ['{{ token }}', 'reference'],
  ['%TOKEN%', 'reference'],
  ['@TOKEN@', 'reference'],
  ['op://vault/item/field', 'reference'],
  ['changeme', 'placeholder'],
  ['ChangeMe123', 'placeholder'],
  ['xxxxxxxx', 'placeholder'],
  ['********', 'plain'],
  ['<token>', 'placeholder'],
  ['your-token', 'placeholder'],
  ['example', 'placeholder'],
  ['AKIAIOSFODNN7EXAMPLE', 'placeholder'],
  ['dummy', 'placeholder'],
  ['password', 'placeholder'],
  ['my-secret-pw', 'placeholder'],
  ['mysecretpassword', 'placeholder'],
  ['test1234', 'placeholder'],
  ['abc...', 'placeholder'],
  ['true', 'plain'],
  ['write', 'plain'],
  ['8080', 'plain'],
  ['1.2.3', 'plain'],
  ['30s', 'plain'],
  ['/run/secrets/token', 'plain'],
  ['./key.pem', 'plain'],
  ['server.key', 'plain'],
  ['https://example.com/token', 'plain'],
  ['.*', 'plain'],
  ['ssh-ed25519 AAAAC3NzaC1lZDI1', 'plain'],
  ['sha256:0123456789', 'plain'],
  ['0D96DF4D4110E5C43FBFB17F2D347EA6AA65421D', 'plain'],
  ['\ue400\ue400\ue400', 'literal'],
  ['https://a:\ue403\ue403@b.test', 'plain'],
  ['hunter2', 'literal'],
  ['P@$$w0rd', 'literal'],
  ['root', 'literal'],
  ['correct horse', 'literal'],
])('%p is %s', (value, nature) => {
  expect(natureOfValue(value, 'secret')).toBe(nature);
});

it('takes a short number for a password and for no token', () => {
  expect(natureOfValue('12345', 'password')).toBe('literal');
  expect(natureOfValue('12345', 'secret')).toBe('plain');
});

it('takes a word for a password and for no vague key', () => {
  expect(natureOfValue('ProcessId', 'password')).toBe('literal');
  expect(natureOfValue('ProcessId', 'vague')).toBe('plain');
});

it('takes a value that repeats its name for a placeholder', () => {
  expect(natureOfValue('db-login', 'secret', 'DB_LOGIN')).toBe('placeholder');
});

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

it.each([
  [drawn('0123456789abcdef', 20), true],
  [drawn('0123456789abcdef', 64), true],
  [drawn(ALNUM, 24), true],
  [drawn(ALNUM, 40), true],
  [`${drawn(ALNUM, 86)}==`, true],
  [drawn(ALNUM, 19), false],
  ['kubernetes-dashboard-token', false],
  ['my-service-account-v1-2024', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', false],
  ['00000000000000000000001', false],
  ['a sentence with many words in it', false],
])('%s looks drawn: %p', (value, expected) => {
  expect(isRandom(value)).toBe(expected);
});
