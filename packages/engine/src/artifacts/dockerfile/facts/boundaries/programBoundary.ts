// SPDX-License-Identifier: Apache-2.0
import type { Stage } from '../../stages/stage.ts';
import { baseImage } from '../base/baseImage.ts';
import { foreignCopies, type Boundary, type StageCopy } from './boundary.ts';
import { copiesFrom } from '../files/copiesFrom.ts';
import {
  compiledPrograms,
  holds,
  type CompiledProgram,
} from '../builds/compiledPrograms.ts';
import { stageChain } from '../stages/stageChain.ts';
import { glibcOf, libcOf, packageNames } from '../base/stageRuntime.ts';

/** The programs of Go and Rust that a stage takes from others. */
export function programBoundaries(target: Stage): Boundary[] {
  return foreignCopies(target).flatMap(copy => {
    const program = compiledPrograms(copy.source).find(one =>
      holds(one, copy.path),
    );
    return program ? [judge(program, copy, target)] : [];
  });
}

const COMPATIBLE: Boundary = { kind: 'compatible' };

function judge(
  { linking, call, stage }: CompiledProgram,
  { at }: StageCopy,
  target: Stage,
): Boundary {
  if (linking === 'static') return COMPATIBLE;
  const libc = libcOf(target);
  if (libc.kind === 'unknown') return { ...libc, kind: 'open' };
  if (linking === 'unknown') {
    // Whatever it needs, a whole distribution of the usual kind has it.
    if (libc.value === 'glibc') return COMPATIBLE;
    const base = baseImage(stage);
    return base.kind === 'unknown' ? { ...base, kind: 'open' } : COMPATIBLE;
  }
  const command = call.label;
  if (linking !== libc.value) {
    if (bringsLibc(target)) return COMPATIBLE;
    const has = libc.value === 'none' ? 'no C library' : libc.value;
    return {
      kind: 'broken',
      what: 'program',
      at,
      needs: linking,
      has,
      command,
    };
  }
  const needs = glibcOf(stage);
  const has = glibcOf(target);
  const isTooOld =
    needs !== undefined &&
    has !== undefined &&
    minorOf(needs) >= MOVED_START &&
    minorOf(has) < MOVED_START;
  return isTooOld
    ? { kind: 'broken', what: 'glibc', at, needs, has, command }
    : COMPATIBLE;
}

/**
 * With 2.34 the code that starts a program moved: what is linked with it, or
 * with a later one, does not run with an earlier one.
 *
 * Source: the announcement by its maintainers on the CentOS list, July 2021.
 */
const MOVED_START = 34;

function minorOf(version: string): number {
  return Number(version.slice(version.indexOf('.') + 1));
}

/** Whether a stage gets the other library, or its loader, from somewhere. */
function bringsLibc(target: Stage): boolean {
  return (
    packageNames(target).some(name =>
      /^(?:gcompat|libc6-compat|glibc)$/.test(name),
    ) ||
    stageChain(target)
      .flatMap(copiesFrom)
      .some(({ path = '' }) => LIBRARIES.test(path))
  );
}

/** `/lib64/ld-linux-x86-64.so.2`, `/lib`, the whole file system. */
const LIBRARIES =
  /^\/(?:usr\/)?lib(?:64)?(?:\/\*)?$|^\/$|\/ld-(?:linux|musl)|\/libc(?:\.|-|\*)/;
