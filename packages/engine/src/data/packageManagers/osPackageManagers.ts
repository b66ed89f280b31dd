// SPDX-License-Identifier: Apache-2.0
import type { PackageManagerName } from '../baseImages/baseImages.ts';

/** How a program that installs packages of a distribution is called. */
export interface OsPackageManager {
  readonly name: PackageManagerName;
  /** Words that make it install; empty when it does nothing else. */
  readonly install: ReadonlySet<string>;
  /** Words that make it remove. */
  readonly remove: ReadonlySet<string>;
  /** Words that stand before those (`dnf group install`). */
  readonly prefixes: ReadonlySet<string>;
  /** Options that take a value, which may be the next word. */
  readonly valueOptions: ReadonlySet<string>;
}

/**
 * The package manager behind a program that is called; undefined for any other
 * program.
 *
 * Source: the manual pages apt-get(8) of apt 3.0, aptitude(8), apk(8) of
 * apk-tools 2.14, dnf(8) of DNF 4 and 5, microdnf(8), yum(8), zypper(8) of
 * 1.14, pacman(8) of 7.0; the scripts `install_packages` of Bitnami's minideb
 * and `clean-install` of the Debian base image of Kubernetes.
 * Basis: knowledge, 2026-11-21.
 */
export function osPackageManager(
  program: string,
): OsPackageManager | undefined {
  return MANAGERS.get(program);
}

const APT: OsPackageManager = {
  name: 'apt',
  install: words('install reinstall'),
  remove: words('remove purge autoremove autopurge'),
  prefixes: words(''),
  valueOptions: words(
    '-o --option -c --config-file -t --target-release --default-release -a --host-architecture -P --build-profiles --with-source --solver',
  ),
};

/** A script that installs what it is given and cleans up. */
const APT_SCRIPT: OsPackageManager = {
  ...APT,
  install: words(''),
  remove: words(''),
};

const APK: OsPackageManager = {
  name: 'apk',
  install: words('add'),
  remove: words('del'),
  prefixes: words(''),
  valueOptions: words(
    '-t --virtual -X --repository -p --root --arch --cache-dir --cache-max-age --keys-dir --repositories-file --wait --progress-fd --timeout',
  ),
};

const DNF: OsPackageManager = {
  name: 'dnf',
  install: words(
    'install install-n install-na install-nevra localinstall groupinstall reinstall in',
  ),
  remove: words('remove remove-n erase autoremove groupremove rm'),
  prefixes: words('group groups grp module'),
  valueOptions: words(
    '--setopt --enablerepo --disablerepo --enable-repo --disable-repo --repo --repoid --repofrompath --installroot --releasever -c --config -e --errorlevel -d --debuglevel -R --randomwait -x --exclude --excludepkgs --forcearch --arch --advisory --color --comment --destdir --downloaddir --rpmverbosity',
  ),
};

const ZYPPER: OsPackageManager = {
  name: 'zypper',
  install: words('install in'),
  remove: words('remove rm'),
  prefixes: words(''),
  valueOptions: words(
    '-R --root --installroot -c --config -D --reposd-dir --cache-dir --raw-cache-dir --solv-cache-dir --pkg-cache-dir --releasever -p --plus-repo --plus-content -r --repo --from -t --type -s --table-style',
  ),
};

/** Its verbs are options, which others refine: `-Syu` is `-S`, `-y`, `-u`. */
const PACMAN: OsPackageManager = {
  name: 'pacman',
  install: words('-S -U --sync --upgrade'),
  remove: words('-R --remove'),
  prefixes: words(''),
  valueOptions: words(
    '-b --dbpath --root --cachedir --config --arch --ignore --ignoregroup --overwrite --assume-installed --color --hookdir --gpgdir --logfile --print-format',
  ),
};

const MANAGERS: ReadonlyMap<string, OsPackageManager> = new Map([
  ['apt-get', APT],
  ['apt', APT],
  ['aptitude', APT],
  ['apt-fast', APT],
  ['install_packages', APT_SCRIPT],
  ['clean-install', APT_SCRIPT],
  ['apk', APK],
  ['dnf', DNF],
  ['dnf5', DNF],
  ['dnf-3', DNF],
  ['microdnf', { ...DNF, name: 'microdnf' }],
  ['yum', { ...DNF, name: 'yum' }],
  ['tdnf', { ...DNF, name: 'tdnf' }],
  ['zypper', ZYPPER],
  ['pacman', PACMAN],
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text === '' ? [] : text.split(' '));
}
