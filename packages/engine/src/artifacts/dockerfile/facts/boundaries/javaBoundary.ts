// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { BuildContext } from '../../../buildContext.ts';
import type { Stage } from '../../stages/stage.ts';
import { foreignCopies, type Boundary, type StageCopy } from './boundary.ts';
import { buildCommands, type BuildCommand } from '../builds/buildCommands.ts';
import { contextFile } from '../files/contextFile.ts';
import { copiesFrom } from '../files/copiesFrom.ts';
import { movedPath } from '../files/fileMoves.ts';
import { remember } from '../remember.ts';
import { stageChain } from '../stages/stageChain.ts';
import { javaOf, lacksJava } from '../base/stageRuntime.ts';

/** The classes that a stage takes from others to run them. */
export function javaBoundaries(
  target: Stage,
  context: BuildContext,
): Boundary[] {
  const results = foreignCopies(target).flatMap(copy => {
    const build = javaBuilds(copy.source).findLast(one => isResult(one, copy));
    return build ? [{ build, copy }] : [];
  });
  if (results.length === 0) return [];
  if (lacksJava(target) || bringsJava(target)) return [];
  return results.map(({ build, copy }) => judge(build, copy, target, context));
}

/** More builds of one stage are not looked at. */
const MAX_BUILDS = 100;

function javaBuilds(stage: Stage): readonly BuildCommand[] {
  return remember(stage, readJavaBuilds);
}

function readJavaBuilds(stage: Stage): BuildCommand[] {
  return stageChain(stage)
    .flatMap(buildCommands)
    .filter(({ family }) => family === 'java')
    .slice(-MAX_BUILDS);
}

/** A runtime of its own, as jlink makes it. */
function bringsJava(target: Stage): boolean {
  return stageChain(target)
    .flatMap(copiesFrom)
    .some(({ path = '' }) => OWN_RUNTIME.test(path));
}

const OWN_RUNTIME =
  /(?:jre|jdk|jlink|java-?runtime|graalvm)[^/.]*$|^\/usr\/lib\/jvm\b|^\/opt\/java\b/i;

function isResult({ run }: BuildCommand, { path }: StageCopy): boolean {
  if (run.program === 'native-image') return false;
  if (
    !/\.(?:jar|war|ear)$|\/(?:target|build|libs|classes|lib)(?:\/|$)/i.test(
      path,
    )
  ) {
    return false;
  }
  const { folder } = run;
  return (
    folder === undefined ||
    path.startsWith(folder === '/' ? '/' : `${folder}/`) ||
    movedPath(folder, path, '/') !== undefined
  );
}

function judge(
  build: BuildCommand,
  { at, source }: StageCopy,
  target: Stage,
  context: BuildContext,
): Boundary {
  const has = javaOf(target);
  if (has.kind === 'unknown') return { ...has, kind: 'open' };
  const builder = javaOf(source);
  const release = releaseOf(build, source, context);
  const needs =
    release ?? (builder.kind === 'known' ? builder.value : undefined);
  if (needs !== undefined && Number(needs) <= Number(has.value)) {
    return { kind: 'compatible' };
  }
  // A newer compiler can be told to write older classes.
  const isCertain = release !== undefined || isPlainCompiler(build);
  if (needs === undefined || !isCertain) {
    const detail =
      builder.kind === 'known' ? `Java ${builder.value}` : builder.detail;
    return { kind: 'open', reason: 'version-not-known', detail };
  }
  const command = build.label;
  return { kind: 'broken', what: 'java', at, needs, has: has.value, command };
}

function isPlainCompiler({ run }: BuildCommand): boolean {
  return (
    run.program === 'javac' &&
    !run.args.some(({ value }) => /^--?(?:release|target|source)$/.test(value))
  );
}

/** The Java version for which the project says it compiles. */
function releaseOf(
  { run }: BuildCommand,
  source: Stage,
  context: BuildContext,
): string | undefined {
  const option = run.args.findIndex(({ value }) => value === '--release');
  if (option >= 0) return run.args[option + 1]?.value;
  if (run.folder === undefined) return undefined;
  for (const name of ['pom.xml', 'build.gradle', 'build.gradle.kts']) {
    const path = joinPaths(run.folder, name);
    const text = contextFile(source, path, context)?.text;
    const found = text === undefined ? undefined : RELEASE.exec(text);
    if (found) return found[1] ?? found[2];
  }
  return undefined;
}

/** In Maven's and in Gradle's words. */
const RELEASE =
  /<(?:maven\.compiler\.(?:release|target)|java\.version|release)>(?:1\.)?(\d+)<|(?:JavaLanguageVersion\.of\(|jvmToolchain\(|(?:target|source)Compatibility\s*=\s*(?:JavaVersion\.VERSION_)?['"]?(?:1[._])?|release\s*=\s*|release\.set\()(\d+)/;
