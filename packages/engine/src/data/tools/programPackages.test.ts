// SPDX-License-Identifier: Apache-2.0
import { bringsProgram, bringsSshServer } from './programPackages.ts';

it.each([
  ['curl', 'curl'],
  ['curl-minimal', 'curl'],
  ['netcat-openbsd', 'nc'],
  ['nmap-ncat', 'nc'],
  ['iputils-ping', 'ping'],
  ['iputils', 'ping'],
  ['postgresql-client', 'pg_isready'],
  ['postgresql-client-16', 'pg_isready'],
  ['postgresql17-client', 'psql'],
  ['postgresql16', 'pg_isready'],
  ['default-mysql-client', 'mysqladmin'],
  ['mariadb-client', 'mysqladmin'],
  ['mariadb-client', 'mariadb-admin'],
  ['redis-tools', 'redis-cli'],
  ['procps', 'pgrep'],
  ['procps-ng', 'ps'],
  ['bind-tools', 'dig'],
  ['python3-minimal', 'python3'],
  ['python3.12', 'python3'],
  ['nodejs', 'node'],
  ['nodejs', 'npm'],
  ['openjdk-21-jre-headless', 'java'],
  ['java-21-openjdk-headless', 'java'],
  ['openssh-server', 'sshd'],
  ['anything', 'anything'],
])('%s brings %s', (name, program) => {
  expect(bringsProgram(name, program)).toBe(true);
});

it.each([
  ['libcurl4', 'curl'],
  ['curl-dev', 'curl'],
  ['postgresql-dev', 'pg_isready'],
  ['openssh-client', 'sshd'],
  ['python3-requests', 'python3'],
  ['constructor', 'curl'],
  ['curl', '__proto__'],
])('%s does not bring %s', (name, program) => {
  expect(bringsProgram(name, program)).toBe(false);
});

it.each([
  ['openssh-server', 'dnf', true],
  ['openssh', 'apk', true],
  ['openssh', 'dnf', false],
  ['ssh', 'apt', true],
  ['ssh', 'apk', false],
  ['openssh-client', 'apt', false],
])('%s of %s brings an SSH server: %s', (name, manager, expected) => {
  expect(bringsSshServer(name, manager)).toBe(expected);
});
