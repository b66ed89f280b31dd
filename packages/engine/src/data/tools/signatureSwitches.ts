// SPDX-License-Identifier: Apache-2.0
import {
  anyOf,
  programSwitches as switches,
  SETTING_OFF,
  SETTING_ON,
  type ProgramSwitches,
} from './programSwitches.ts';

/**
 * How a package manager is told to install what nobody has signed; undefined
 * for programs that the table does not know.
 *
 * Source: the manual pages apt-get(8) and apt-secure(8) of apt 3.0, dpkg(1),
 * apk(8), dnf(8), yum(8), zypper(8), rpm(8), flatpak-install(1).
 * Basis: knowledge, 2026-11-21.
 */
export function signatureSwitchesOf(
  program: string,
): ProgramSwitches | undefined {
  return SWITCHES.get(program);
}

/**
 * Lines of configuration files that do the same. `repo_gpgcheck` is about the
 * index alone and off by default.
 *
 * Source: sources.list(5), apt.conf(5), yum.conf(5), pacman.conf(5).
 * Basis: knowledge, 2026-11-21.
 */
export const UNSIGNED_FILE_SETTINGS: readonly RegExp[] = [
  /^[ \t]*(?:Trusted|Allow-Insecure):[ \t]*yes\b/i,
  /\bAPT::Get::(?:AllowUnauthenticated|force-yes)\b["' =]+(?:true|yes|1)\b/i,
  /\bAcquire::AllowInsecureRepositories\b["' =]+(?:true|yes|1)\b/i,
  /(?<![\w-])gpgcheck\s*=\s*(?:0|no|false|off)\b/i,
  /(?<!\w)SigLevel\s*=\s*Never\b/,
];

/** A line of `sources.list` with its options in brackets and its address. */
export const APT_SOURCE = /^[ \t]*deb(?:-src)?[ \t]*\[([^\]]*)\][ \t]*(\S+)/;

/** Whether a line could be any of these; few are. */
export const UNSIGNED_LINE = anyOf([APT_SOURCE, ...UNSIGNED_FILE_SETTINGS]);

/** The options of such a line with which nothing is verified. */
export const APT_UNSIGNED_OPTION = /\b(?:trusted|allow-insecure)\s*=\s*yes\b/i;

const APT = switches(
  '--allow-unauthenticated --force-yes --allow-insecure-repositories',
  [
    {
      name: /APT::Get::(?:AllowUnauthenticated|Force-Yes)$/i,
      value: SETTING_ON,
    },
    { name: /Acquire::AllowInsecureRepositories$/i, value: SETTING_ON },
  ],
);
const YUM = switches('--nogpgcheck --no-gpgchecks --no-gpg-checks', [
  { name: /(?:^|[.=])gpgcheck$/, value: SETTING_OFF },
]);
const ZYPPER = switches(
  '--no-gpg-checks --no-gpgcheck -G --allow-unsigned-rpm --gpgcheck-allow-unsigned --gpgcheck-allow-unsigned-repo --gpgcheck-allow-unsigned-package',
);

const SWITCHES: ReadonlyMap<string, ProgramSwitches> = new Map([
  ['apt-get', APT],
  ['apt', APT],
  ['aptitude', APT],
  ['dpkg', switches('--force-bad-verify')],
  ['apk', switches('--allow-untrusted')],
  ['yum', YUM],
  ['dnf', YUM],
  ['dnf5', YUM],
  ['microdnf', YUM],
  ['tdnf', YUM],
  ['yum-config-manager', YUM],
  ['zypper', ZYPPER],
  ['rpm', switches('--nosignature --nodigest')],
  ['flatpak', switches('--no-gpg-verify')],
]);
