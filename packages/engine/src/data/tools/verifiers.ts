// SPDX-License-Identifier: Apache-2.0

/**
 * Programs that print or compare checksums, of GNU coreutils, perl, busybox,
 * BSD and rhash. They compare with `-c`; otherwise something has to compare what
 * they print.
 */
const CHECKSUM = new Set(
  `md5sum b2sum b3sum sha1sum sha224sum sha256sum sha384sum sha512sum sha3sum
  shasum md5 sha1 sha256 sha512 rhash cksum xxhsum`.split(/\s+/),
);

/** Words that make a program verify a signature, by program. */
const SIGNATURE: ReadonlyMap<string, RegExp> = new Map([
  ['gpg', /^(?:--verify|--decrypt|-d|--verify-files)$/],
  ['gpg2', /^(?:--verify|--decrypt|-d|--verify-files)$/],
  ['gpgv', /./],
  ['cosign', /^verify/],
  ['minisign', /^-[A-Za-z]*V/],
  ['signify', /^-[A-Za-z]*V/],
  ['signify-openbsd', /^-[A-Za-z]*V/],
  ['openssl', /^-verify$/],
  ['rpm', /^(?:-[a-z]*K|--checksig)$/],
  ['rpmkeys', /^(?:-[a-z]*K|--checksig)$/],
  ['slsa-verifier', /^verify/],
  ['sigstore', /^verify$/],
  ['gh', /^attestation$/],
  ['jarsigner', /^-verify$/],
  ['dpkg-sig', /^(?:-c|--verify)$/],
  ['debsig-verify', /./],
  ['keybase', /^verify$/],
  ['ssh-keygen', /^verify$/],
]);

/** Functions with which one line of PHP, Python, Node.js, Ruby compares. */
const HASH_FUNCTION = /\b(?:hash_file|hashlib|createHash|Digest::SHA)/;
const SHORTEST_HASH_FUNCTION = 'hashlib'.length;

function callsHashFunction(text: string): boolean {
  return text.length >= SHORTEST_HASH_FUNCTION && HASH_FUNCTION.test(text);
}

/** What a call has to do with checksums and signatures. */
export type Verification =
  /** It ends with an error when the file is not the right one. */
  | 'compares'
  /** It prints a checksum that something else has to compare. */
  | 'prints'
  | undefined;

/**
 * Whether a call verifies files.
 *
 * Source: the manual pages of the programs.
 * Basis: knowledge, 2026-11-21.
 */
export function verificationOf(
  program: string,
  args: readonly string[],
): Verification {
  if (CHECKSUM.has(program)) {
    return args.some(arg => CHECK.test(arg)) ? 'compares' : 'prints';
  }
  const pattern = SIGNATURE.get(program);
  if (pattern && args.some(arg => pattern.test(arg))) return 'compares';
  if (program === 'openssl') return prints(args);
  if (args.some(callsHashFunction)) return 'compares';
  // A script of the project that says what it does.
  return /verify|checksum|check[-_]?sum/i.test(program)
    ? 'compares'
    : undefined;
}

/** `-c`, `-sc`, `--check`; `-C SUM` of BSD. */
const CHECK = /^(?:-[a-zA-Z]*[cC][a-z]*|--(?:check|strict|status))$/;

function prints([command = '']: readonly string[]): Verification {
  return /^(?:dgst|sha\d+|md5)$/.test(command) ? 'prints' : undefined;
}
