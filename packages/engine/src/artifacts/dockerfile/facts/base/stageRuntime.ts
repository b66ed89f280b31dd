// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import {
  glibcVersion,
  pythonVersion,
} from '../../../../data/packageManagers/distributionVersions.ts';
import type { ImageName } from '../../../../data/baseImages/baseImages.ts';
import type { Stage } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { baseImage } from './baseImage.ts';
import { packageInstalls, packageName } from '../packages/packageInstalls.ts';
import { chainSteps } from '../stages/stageChain.ts';

/** A version or a kind of something in a stage, or why it is not known. */
export type RuntimeFact =
  | { readonly kind: 'known'; readonly value: string }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
    };

/** `glibc`, `musl`, or `none` where there is no C library. */
export function libcOf(stage: Stage): RuntimeFact {
  const base = baseImage(stage);
  if (base.kind === 'scratch') return known('none');
  if (base.kind === 'unknown') return base;
  const { libc } = base.facts;
  return libc === undefined
    ? unknown('image-not-known', base.name)
    : known(libc);
}

/** Major and minor version of the Python that a stage runs. */
export function pythonOf(stage: Stage): RuntimeFact {
  const base = baseImage(stage);
  if (base.kind === 'scratch') return unknown('version-not-known', 'scratch');
  const installed = packageNames(stage);
  const named = installed.findLast(name => /^python3\.\d+$/.test(name));
  if (named !== undefined) return known(named.slice('python'.length));
  if (base.kind === 'unknown') return base;
  const { runtime, distribution } = base.facts;
  if (runtime?.name === 'python') {
    const minor = /^3\.\d+/.exec(runtime.version ?? '')?.[0];
    return minor === undefined
      ? unknown('version-not-known', base.name)
      : known(minor);
  }
  const own = distribution && pythonVersion(distribution);
  return own !== undefined && installed.includes('python3')
    ? known(own)
    : unknown('version-not-known', base.name);
}

/** Major version of the Java that a stage runs. */
export function javaOf(stage: Stage): RuntimeFact {
  const base = baseImage(stage);
  const named = packageNames(stage).flatMap(
    name => JAVA_PACKAGE.exec(name)?.[1] ?? [],
  );
  if (named.length > 0) return known(named.at(-1)!);
  if (base.kind === 'scratch') return unknown('version-not-known', 'scratch');
  const runtime = base.kind === 'known' ? base.facts.runtime : undefined;
  const version = runtime?.name === 'java' ? runtime.version : undefined;
  const major =
    version === undefined
      ? base.reference && javaByName(base.reference)
      : /^(?:1\.)?(\d+)/.exec(version)?.[1];
  if (major !== undefined) return known(major);
  return base.kind === 'unknown'
    ? base
    : unknown('version-not-known', base.name);
}

/** `openjdk-21-jre`, `java-21-openjdk`, `openjdk21-jre`, `temurin-21-jdk`. */
const JAVA_PACKAGE = /^(?:openjdk|java|temurin|zulu|msopenjdk)-?(\d+)(?:-|$)/;

/** Servers and private images say it in their tag: `tomcat:11-jre21`. */
function javaByName({ path, tag }: ImageName): string | undefined {
  return (
    JAVA_TAG.exec(tag)?.[1] ??
    (/(?:jdk|jre|java)$/.test(path) ? /^(\d+)/.exec(tag)?.[1] : undefined)
  );
}

const JAVA_TAG =
  /(?:jdk|jre|java|temurin|corretto|zulu|liberica|semeru)(?:-all)?[-_]?(\d{1,2})(?!\d)/;

/** Whether a stage is known to hold no Java. */
export function lacksJava(stage: Stage): boolean {
  const base = baseImage(stage);
  if (base.kind === 'unknown') return false;
  const { programs, knowsAllPrograms } =
    base.kind === 'known' ? base.facts : EMPTY;
  return (
    knowsAllPrograms &&
    !programs.has('java') &&
    !packageNames(stage).some(name => /java|jdk|jre|temurin|zulu/.test(name))
  );
}

const EMPTY = { programs: new Set<string>(), knowsAllPrograms: true };

/** Version of the GNU C library; undefined when it is not known. */
export function glibcOf(stage: Stage): string | undefined {
  const base = baseImage(stage);
  if (base.kind !== 'known' || base.facts.libc !== 'glibc') return undefined;
  const { distribution } = base.facts;
  return distribution && glibcVersion(distribution);
}

/** What the chain of a stage installs, without what it removes. */
export function packageNames(stage: Stage): readonly string[] {
  return remember(stage, readPackageNames);
}

function readPackageNames(stage: Stage): string[] {
  return chainSteps(stage)
    .flatMap(packageInstalls)
    .flatMap(({ packages }) => packages.map(packageName));
}

function known(value: string): RuntimeFact {
  return { kind: 'known', value };
}

function unknown(reason: UnknownReason, detail: string): RuntimeFact {
  return { kind: 'unknown', reason, detail };
}
