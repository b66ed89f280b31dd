// SPDX-License-Identifier: Apache-2.0

/**
 * Why an outcome is unknown: the rule applies and cannot be decided.
 *
 * @public
 */
export const UNKNOWN_REASONS = {
  unparsed: 'The file cannot be parsed.',
  'not-read': 'The file was listed, and its text was not given.',
  'too-large': 'The file is larger than what is judged.',
  'too-complex':
    'The file has more values, or nests deeper, than what is read.',
  'templated-value': 'A template makes the value, which the files do not tell.',
  'tag-not-known': 'The value has a tag whose meaning is not known.',
  'listing-partial': 'Only some files of the repository are known.',
  'variable-without-value':
    'It depends on a variable whose value the files do not tell.',
  'image-not-known': 'The tables of facts do not know the image.',
  'version-not-known': 'The image reference does not tell the version.',
  'tables-outdated': 'What this version of Plimsoll knows of it is too old.',
  'script-not-read':
    'A script is in a language that is not read, or cannot be parsed.',
  'no-trusted-images-configured':
    'No list tells which registries the organisation trusts.',
  'needs-registry': 'Only a registry can tell.',
  'no-scan-report': 'No scan report of the image is known.',
  'no-package-scanned': 'The reports show no package that was looked at.',
  'scan-incomplete':
    'The scanner left parts out, or has findings that cannot be read.',
  'scan-not-dated': 'No report says when it was made.',
  'severity-not-known':
    'Nobody says how severe vulnerabilities are that have a fix.',
  'exploits-not-known':
    'Neither the reports nor a list tell which vulnerabilities are exploited.',
  crashed: 'The rule failed by a mistake of its own.',
} as const;

/**
 * Why an outcome is not applicable: there is nothing to judge.
 *
 * @public
 */
export const NOT_APPLICABLE_REASONS = {
  'no-subject': 'What the rule is about does not occur.',
  'no-dockerfile': 'There is no Dockerfile.',
  'no-build-context': 'No file of the build context is copied.',
  'windows-image': 'The rule is about Linux; the image is one for Windows.',
  'not-collected-here':
    'This evidence is not collected where only files are looked at.',
  'awaiting-first-build':
    'The repository is new, and its first image has not been seen.',
  'not-scanned-for': 'No report tells that it was looked for.',
  'not-judged-yet': 'No rule of this version judges it.',
} as const;

/**
 * Why there is no score.
 *
 * @public
 */
export const NOT_SCORED_REASONS = {
  'no-container-artefacts':
    'There is no Dockerfile, no workload and no image build to judge.',
  'not-enough-evidence':
    'Less than 30 % of what applies is known: too little for a number.',
} as const;

/** @public */
export type UnknownReason = keyof typeof UNKNOWN_REASONS;

/**
 * `settled-by` names the rule whose evidence, or whose finding, decides.
 *
 * @public
 */
export type NotApplicableReason =
  | keyof typeof NOT_APPLICABLE_REASONS
  | `settled-by ${string}`;

/** @public */
export type NotScoredReason = keyof typeof NOT_SCORED_REASONS;

/** @public */
export type Reason = UnknownReason | NotApplicableReason | NotScoredReason;

const SENTENCES: Readonly<Record<string, string>> = {
  ...UNKNOWN_REASONS,
  ...NOT_APPLICABLE_REASONS,
  ...NOT_SCORED_REASONS,
};

/**
 * The sentence that says a reason to a person.
 *
 * @public
 */
export function describeReason(reason: Reason): string {
  return (
    SENTENCES[reason] ??
    `Decided by ${reason.slice('settled-by '.length)} already.`
  );
}
