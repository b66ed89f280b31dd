// SPDX-License-Identifier: Apache-2.0

/**
 * Kinds of difference that are meant, each with its reason in
 * docs/adr/0013-what-conformance-means.md. They are counted, and do not fail.
 */
const EXPLAINED: readonly RegExp[] = [
  // moby compiles a pattern when a path first needs it; we when it may.
  /^(check|dockerignore): only we refuse: syntax error in pattern$/,
  // `# check=error=true` refuses for warnings of Docker's own checks.
  /^check: only Docker refuses: lint violation found for rules$/,
  // Check options below a `#!` line.
  /^check: only Docker refuses: failed to parse check options$/,
  // What ONBUILD keeps is read again with the usual escape character.
  /^check: only Docker refuses: Syntax error - can$/,
];

/** Whether a kind of difference is known and meant. */
export function isExplained(category: string): boolean {
  return EXPLAINED.some(pattern => pattern.test(category));
}
