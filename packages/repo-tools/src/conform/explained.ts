// SPDX-License-Identifier: Apache-2.0

/** A kind of difference that is meant. */
interface Explanation {
  readonly category: RegExp;
  /** What the input must have. */
  readonly input?: RegExp;
}

/**
 * Kinds of difference that are meant, each with its reason in
 * docs/adr/0013-what-conformance-means.md. They are counted, and do not fail.
 */
const EXPLANATIONS: readonly Explanation[] = [
  // moby compiles a pattern when a path first needs it; we when it may.
  {
    category: /^(check|dockerignore): only we refuse: syntax error in pattern$/,
  },
  // It refuses for warnings of Docker's own checks.
  {
    category: /^check: only Docker refuses: lint violation found for rules$/,
    input: /check\s*=.*error\s*=\s*true/i,
  },
  // Check options below a `#!` line.
  {
    category: /^check: only Docker refuses: failed to parse check options$/,
    input: /^\uFEFF?#!/,
  },
  // What ONBUILD keeps is read again: with the usual escape character,
  {
    category: /^check: /,
    input: /escape\s*=\s*`[^]*\bONBUILD\b/i,
  },
  // and without a byte-order mark.
  {
    category: /^check: /,
    input: /\bONBUILD\s+\uFEFF/i,
  },
];

/** Whether a kind of difference is known and meant for such an input. */
export function isExplained(category: string, text: string): boolean {
  return EXPLANATIONS.some(
    explanation =>
      explanation.category.test(category) &&
      (explanation.input === undefined || explanation.input.test(text)),
  );
}
