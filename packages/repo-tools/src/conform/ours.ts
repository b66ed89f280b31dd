// SPDX-License-Identifier: Apache-2.0

import {
  expandWord,
  parseDockerfile,
  parseDockerignore,
  parseImageReference,
  resolveBuild,
} from '@plimsoll/engine/parsers';
import type { NodeAnswer, Responder } from './questions.ts';

type Instruction = ReturnType<typeof parseDockerfile>['instructions'][number];

function nodeAnswer(instruction: Instruction): NodeAnswer {
  return {
    V: instruction.keyword,
    F: instruction.flags.map(({ value }) => value),
    A: instruction.args.map(({ value }) => value),
    J: instruction.json,
    S: instruction.startLine,
    E: instruction.endLine,
    H: instruction.heredocs.map(({ name, expand, chomp, content }) => ({
      Name: name,
      Expand: expand,
      Chomp: chomp,
      Content: content,
    })),
    Sub: instruction.onbuild ? nodeAnswer(instruction.onbuild) : null,
  };
}

/** Why we say that the build would refuse the Dockerfile, or null. */
export function ourCheckError(
  text: string,
  dockerignore?: string,
): { message: string; line?: number } | null {
  const dockerfile = parseDockerfile(text);
  if (dockerfile.error) return { message: dockerfile.error.message };
  const [refusal] = resolveBuild(dockerfile).refusals;
  if (refusal) return { message: refusal.message, line: refusal.line };
  const { error } = parseDockerignore(dockerignore ?? '');
  return error === null ? null : { message: error };
}

/**
 * Our own parsers, with answers in the form of the recorded ones; without
 * `checks` it says nothing about what the build would refuse.
 */
export function ours(checks: boolean): Responder {
  return {
    dockerfile({ text, dockerignore }) {
      const { error, escape, warnings, instructions } = parseDockerfile(text);
      const refusal = checks ? ourCheckError(text, dockerignore) : null;
      return {
        escape,
        warnings: warnings.length,
        error: error?.message ?? null,
        nodes: error ? null : instructions.map(nodeAnswer),
        checkError: refusal?.message ?? null,
        ...(refusal?.line === undefined
          ? {}
          : { checkErrorLine: refusal.line }),
      };
    },
    word: ({ word, env, escape }) => expandWord(word, { env, escape }),
    dockerignore({ text, paths }) {
      const ignore = parseDockerignore(text);
      const { patterns, error } = ignore;
      const excluded =
        error === null ? paths.map(path => ignore.excludes(path)) : null;
      return { patterns, excluded, error };
    },
    imageReference: ({ ref }) => parseImageReference(ref),
  };
}
