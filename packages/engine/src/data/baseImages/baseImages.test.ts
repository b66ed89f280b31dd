// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { isEvidence } from '../../testing/evidenceChecks.ts';
import { LIFETIMES } from '../endOfLife/lifetime.ts';
import { baseImageFacts, type BaseImageFacts } from './baseImages.ts';
import { IMAGE_FAMILIES } from './families/imageFamilies.ts';
import { PROGRAMS, split } from './programs.ts';

const CASES = readFileSync(`${__dirname}/__fixtures__/images.txt`, 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split(' => ') as [string, string]);

describe('baseImageFacts', () => {
  it('is tried on more than 200 references', () => {
    expect(CASES.length).toBeGreaterThan(200);
  });

  it.each(CASES)('knows %s', (reference, expected) => {
    const facts = baseImageFacts(imageName(reference));
    expect(facts === undefined ? 'undefined' : summary(facts)).toBe(expected);
  });

  it.each([
    ['alpine:3.22', 'wget nc sh apk ps', 'curl bash git openssl node'],
    ['debian:12-slim', 'bash apt-get perl useradd', 'curl wget git ps python3'],
    ['debian:12', 'bash apt-get', 'curl wget git gcc ps'],
    ['debian:13-slim', 'bash perl pidof useradd su', 'curl ps python3'],
    ['ubuntu:26.04', 'bash perl ps pidof su', 'curl wget'],
    ['ubuntu:24.04', 'bash apt-get ps', 'curl wget nc openssl'],
    ['node:22', 'node npm yarn curl wget git gcc python3', 'nc sudo'],
    ['node:22-slim', 'node npm bash', 'curl wget git gcc python3'],
    ['node:22-alpine', 'node npm wget nc', 'curl bash gcc'],
    ['python:3.14-slim', 'python python3 pip openssl', 'curl wget gcc git'],
    ['php:8.4-fpm', 'php curl gcc make', 'wget git'],
    ['php:8.4-fpm-alpine', 'php curl openssl wget', 'gcc bash'],
    ['golang:1.26', 'go git gcc curl', 'node unzip'],
    ['golang:1.26-alpine', 'go wget', 'git gcc bash curl'],
    ['nginx:1.30', 'nginx curl', 'wget'],
    ['nginx:1.30-alpine-slim', 'nginx wget', 'curl'],
    ['postgres:18', 'psql pg_isready gosu', 'curl wget'],
    ['node:26', 'node npm curl', 'yarn'],
    ['node:26-alpine', 'node npm', 'yarn'],
    ['eclipse-temurin:25-jre', 'java openssl', 'javac git curl wget'],
    ['eclipse-temurin:21-jre', 'java curl wget', 'javac git'],
    ['httpd:2.4-alpine', 'httpd perl wget', 'curl'],
    ['mariadb:10.11', 'mariadb-admin mysqladmin', 'curl'],
    ['mariadb:11.8', 'mariadb-admin', 'mysqladmin mysql'],
    ['valkey/valkey:9', 'valkey-cli redis-cli', 'curl'],
    ['redis:7', 'redis-cli gosu', 'curl'],
    ['eclipse-temurin:25-jdk-alpine', 'java javac wget', 'curl'],
    ['buildpack-deps:noble-curl', 'curl wget', 'git gcc'],
    ['busybox', 'sh wget nc', 'apk bash curl'],
    ['gcr.io/distroless/nodejs24-debian13', 'node', 'sh npm wget curl'],
    ['gcr.io/distroless/static:debug', 'sh wget', 'curl bash'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'dotnet bash', 'curl wget'],
    ['mcr.microsoft.com/dotnet/sdk:8.0', 'dotnet curl wget git', 'gcc'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled', '', 'sh curl'],
  ])('tells what %s holds', (reference, present, missing) => {
    const facts = baseImageFacts(imageName(reference))!;
    expect(facts.knowsAllPrograms).toBe(true);
    const programs = [...facts.programs];
    expect(programs).toEqual(expect.arrayContaining([...split(present)]));
    expect(split(missing).filter(name => facts.programs.has(name))).toEqual([]);
  });

  it.each([
    'fedora:44',
    'maven:3.9',
    'jenkins/jenkins:lts',
    'node:lts',
    'pypy:3.11',
    'redis:8',
    'rabbitmq:4',
  ])('does not claim to know all that %s holds', reference => {
    const facts = baseImageFacts(imageName(reference));
    expect(facts?.knowsAllPrograms).toBe(false);
  });

  it('tells to whom an entrypoint gives its rights away', () => {
    const of = (reference: string) =>
      baseImageFacts(imageName(reference))?.dropsTo;
    expect(of('postgres:18')).toBe('postgres');
    expect(of('redis:8-alpine')).toBe('redis');
    expect(of('nginx:1.30')).toBeUndefined();
    expect(of('node:22')).toBeUndefined();
  });

  it('tells the variables by which an instruction may name a user', () => {
    const { environment } = baseImageFacts(
      imageName('mcr.microsoft.com/dotnet/aspnet:8.0'),
    )!;
    expect([...environment]).toEqual([['APP_UID', '1654']]);
    for (const tag of ['6.0', '7.0-alpine', '6.0-bullseye-slim']) {
      const older = imageName(`mcr.microsoft.com/dotnet/aspnet:${tag}`);
      expect(baseImageFacts(older)!.environment.size).toBe(0);
    }
  });

  it('tells which images define a health check', () => {
    const has = (reference: string) =>
      baseImageFacts(imageName(reference))?.hasHealthcheck;
    expect(has('quay.io/jupyter/scipy-notebook')).toBe(true);
    expect(has('dunglas/frankenphp:1-php8.4-alpine')).toBe(true);
    expect(has('quay.io/jupyter/docker-stacks-foundation')).toBe(false);
    expect(has('nginx:1.30')).toBe(false);
  });

  it('knows nothing of names that objects have by themselves', () => {
    for (const path of ['library/constructor', '__proto__/a', 'toString']) {
      const name = { domain: 'docker.io', path, tag: 'constructor' };
      expect(baseImageFacts(name)).toBeUndefined();
    }
    const tag = 'constructor-__proto__';
    const name = { domain: 'docker.io', path: 'library/node', tag };
    expect(summary(baseImageFacts(name)!)).toBe(
      'node full debian:? node:? root apt glibc shell',
    );
  });
});

describe('the table of base images', () => {
  it('has at least 40 families', () => {
    const names = new Set(IMAGE_FAMILIES.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(40);
  });

  it.each(IMAGE_FAMILIES.map(family => [family.name, family] as const))(
    'has evidence for %s',
    (_, family) => {
      expect(isEvidence(family)).toBe(true);
      expect(family.repositories.length).toBeGreaterThan(0);
      expect(family.variants.length).toBeGreaterThan(0);
    },
  );

  it('has families that nobody confirms, which let nothing pass', () => {
    const known = IMAGE_FAMILIES.filter(({ basis }) => basis === 'knowledge');
    expect(known.length).toBeGreaterThan(0);
    for (const { name, variants } of known) {
      for (const { userland, user, dropsTo, size, ...variant } of variants) {
        expect([name, user ?? 'root', dropsTo]).toEqual([
          name,
          'root',
          undefined,
        ]);
        expect([name, size ?? userland.size]).not.toContain('distroless');
        expect([name, userland.hasShell]).toEqual([name, true]);
        expect(variant.hasHealthcheck).toBeUndefined();
        const isOpen = variant.hasMorePrograms ?? 'hasMorePrograms' in userland;
        expect([name, isOpen]).toEqual([name, true]);
      }
    }
  });

  it('names each repository once, as references are normalised', () => {
    const all = IMAGE_FAMILIES.flatMap(({ repositories }) => repositories);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual(
      [],
    );
    for (const name of all.filter(one => !one.endsWith('*'))) {
      const { domain, path } = imageName(name);
      expect(`${domain}/${path}`).toBe(name);
    }
  });

  it('has no variant behind one that meets every tag', () => {
    for (const { name, variants } of IMAGE_FAMILIES) {
      const open = variants.findIndex(({ when }) => when === undefined);
      expect([name, open]).toEqual([name, open < 0 ? -1 : variants.length - 1]);
    }
  });

  it('names only programs of its list', () => {
    for (const { name, variants } of IMAGE_FAMILIES) {
      const words = variants.flatMap(({ programs, userland }) =>
        split(`${userland.programs} ${programs ?? ''}`),
      );
      const unknown = words.filter(word => !PROGRAMS.has(word));
      expect([name, unknown]).toEqual([name, []]);
    }
  });

  it('speaks of distributions by the names of the table of lifetimes', () => {
    const known = new Set(LIFETIMES.map(({ product }) => product));
    const rolling = ['archlinux', 'chainguard', 'opensuse-tumbleweed', 'wolfi'];
    for (const { variants } of IMAGE_FAMILIES) {
      for (const { userland } of variants) {
        const { distribution } = userland;
        if (distribution === undefined) continue;
        expect([...known, ...rolling]).toContain(distribution);
      }
    }
  });
});

/** The parts of a reference that has no digest. */
function imageName(reference: string) {
  const slash = reference.lastIndexOf('/');
  const colon = reference.indexOf(':', slash);
  const tag = colon < 0 ? '' : reference.slice(colon + 1);
  const name = colon < 0 ? reference : reference.slice(0, colon);
  const [first = '', ...rest] = name.split('/');
  if (first === 'index.docker.io') {
    return { domain: 'docker.io', path: rest.join('/'), tag };
  }
  if (/[.:]/.test(first)) return { domain: first, path: rest.join('/'), tag };
  const path = rest.length > 0 ? name : `library/${name}`;
  return { domain: 'docker.io', path, tag };
}

function summary(facts: BaseImageFacts): string {
  const { os, size, distribution, runtime, user, packageManager, libc } = facts;
  return [
    facts.family,
    ...(os === 'windows' ? ['windows'] : []),
    size,
    release(distribution),
    release(runtime),
    user ?? '?',
    packageManager ?? '-',
    libc ?? '?',
    facts.hasShell ? 'shell' : 'bare',
  ].join(' ');
}

function release(of: BaseImageFacts['runtime']): string {
  return of ? `${of.name}:${of.version ?? '?'}` : '-';
}
