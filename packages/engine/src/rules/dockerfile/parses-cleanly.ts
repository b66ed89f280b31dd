// SPDX-License-Identifier: Apache-2.0
import { obsoleteSyntax } from '../../artifacts/dockerfile/facts/scripts/obsoleteSyntax.ts';
import {
  templateMarks,
  type TemplateMark,
} from '../../artifacts/dockerfile/facts/files/templateMarks.ts';
import { defineRule } from '../defineRule.ts';

export const parsesCleanly = defineRule({
  id: 'dockerfile/parses-cleanly',
  artifact: 'dockerfileSource',
  scoreArea: 'dockerfile',
  title: 'Docker builds the file, and nothing in it is obsolete',
  severity: 'medium',
  confidence: 'high',
  level: 'beginner',
  mandatoryFor: [],
  frameworks: [],
  peers: {
    buildkit: [
      'NoEmptyContinuation',
      'LegacyKeyValueFormat',
      'ConsistentInstructionCasing',
      'FromAsCasing',
      'InvalidDefinitionDescription',
    ],
    hadolint: ['DL1000', 'DL3061', 'DL3043', 'DL3044'],
  },
  category: 'operations',
  lifecycle: 'stable',
  effort: 'auto',
  semantics:
    'Reads the file as BuildKit does, for linux/amd64, without build arguments, and fails at each place that BuildKit would refuse: syntax, unknown instructions and flags, bad values, stages that do not exist. Such places are high, because nothing else counts until they are mended. Nothing is built, so files that are missing from the context, and commands that fail, are not seen. A refusal that depends on a variable without a value is a finding of severity info, and so is, as the only one of its kind, a file that another tool has to fill in first (${project.version}, {{ image }}). Of a file that Docker builds it also names variables that are used in the ENV that sets them, empty lines inside a continued instruction and ENV or LABEL without "=" (low), and keywords whose case differs from that of the others (info). Comments are not judged.',
  rationale:
    'A file that does not build ships nothing, and of a file that cannot be read nothing else can be judged.',
  remediation:
    'Correct the place that the message names; "docker build --check ." tells whether Docker agrees. Set a variable in an ENV of its own before it is used.',
  references: [
    'https://docs.docker.com/reference/dockerfile/',
    'https://docs.docker.com/reference/build-checks/',
  ],
  messages: {
    unparsed: 'Docker cannot read this file: {error}.',
    refused: 'Docker refuses this: {error}.',
    maybeRefused:
      'Docker refuses this unless {variables} is given a value: {error}.',
    template:
      'A template: another tool has to replace {marks} before Docker can build it.',
    selfReference:
      'This is not the "{name}" that the same ENV sets, but what the base image has under that name, if anything.',
    emptyLine:
      'An empty line inside a continued instruction, which Docker will refuse one day.',
    oldForm: '{name} without "=" is the old form, which takes one pair only.',
    casing: 'The case of "{name}" differs from that of the other keywords.',
  },
  examples: {
    passing: ['FROM alpine:3.22\nRUN apk upgrade\n'],
    failing: ['FROM alpine:3.22\nCOPY --form=build /app /app\n'],
  },
  check(source, verdict) {
    const { error } = source.dockerfile;
    if (error) {
      const data = { error: error.message };
      return verdict.failed('unparsed', error, data, 'high');
    }
    const marks = templateMarks(source);
    const refusals = marks[0]
      ? [
          verdict.finding(
            'template',
            marks[0],
            { marks: listMarks(marks) },
            'info',
          ),
        ]
      : source.build.refusals.map(refusal => {
          const { message, assumes } = refusal;
          const data = { error: message };
          if (assumes.length === 0) {
            return verdict.finding('refused', refusal, data, 'high');
          }
          const variables = assumes.join(', ');
          const open = { ...data, variables };
          return verdict.finding('maybeRefused', refusal, open, 'info');
        });
    const obsolete = obsoleteSyntax(source).map(({ kind, name, ...at }) =>
      verdict.finding(kind, at, { name }, SEVERITY[kind]),
    );
    return verdict.fromFindings([...refusals, ...obsolete]);
  },
});

const SEVERITY = {
  selfReference: 'low',
  emptyLine: 'low',
  oldForm: 'low',
  casing: 'info',
} as const;

/** More do not fit into a sentence. */
const MAX_LISTED = 3;

function listMarks(marks: readonly TemplateMark[]): string {
  const names = [...new Set(marks.map(({ text }) => text))];
  const listed = names.slice(0, MAX_LISTED).join(', ');
  const more = names.length - MAX_LISTED;
  return more > 0 ? `${listed} and ${more} more` : listed;
}
