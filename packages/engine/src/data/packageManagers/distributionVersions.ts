// SPDX-License-Identifier: Apache-2.0
import type { Release } from '../baseImages/baseImages.ts';

/**
 * The version of the GNU C library in a release of a distribution; undefined
 * when the table does not have it.
 *
 * Source: https://github.com/mayeut/pep600_compliance, which reads the symbols of
 * each, as of 2026-08-08. Ubuntu 16.04 and CentOS it does not have: their own
 * release notes, and what they are copies of.
 * Basis: collection, 2026-11-21.
 */
export function glibcVersion(release: Release): string | undefined {
  return find(GLIBC, release);
}

/**
 * The version that the package `python3` has in a release of a distribution;
 * undefined when the table does not have it.
 *
 * Source: the release notes of the distributions, Red Hat's and Amazon's guides to
 * Python among them; written down from memory.
 * Basis: knowledge, 2026-11-21.
 */
export function pythonVersion(release: Release): string | undefined {
  return find(PYTHON, release);
}

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

const RHEL_GLIBC = { '7': '2.17', '8': '2.28', '9': '2.34', '10': '2.39' };

const GLIBC: Table = {
  debian: {
    '8': '2.19',
    '9': '2.24',
    '10': '2.28',
    '11': '2.31',
    '12': '2.36',
    '13': '2.41',
  },
  ubuntu: {
    '16.04': '2.23',
    '18.04': '2.27',
    '20.04': '2.31',
    '22.04': '2.35',
    '23.10': '2.38',
    '24.04': '2.39',
    '24.10': '2.40',
    '25.04': '2.41',
    '25.10': '2.42',
    '26.04': '2.43',
  },
  fedora: {
    '39': '2.38',
    '40': '2.39',
    '41': '2.40',
    '42': '2.41',
    '43': '2.42',
    '44': '2.43',
  },
  rhel: RHEL_GLIBC,
  centos: RHEL_GLIBC,
  'centos-stream': { '9': '2.34', '10': '2.39' },
  rocky: RHEL_GLIBC,
  almalinux: RHEL_GLIBC,
  oraclelinux: RHEL_GLIBC,
  amazonlinux: { '2': '2.26', '2023': '2.34' },
  'opensuse-leap': { '15.5': '2.31', '15.6': '2.38', '16.0': '2.40' },
  photon: { '5.0': '2.36' },
};

const RHEL_PYTHON = { '8': '3.6', '9': '3.9', '10': '3.12' };

const PYTHON: Table = {
  debian: {
    '9': '3.5',
    '10': '3.7',
    '11': '3.9',
    '12': '3.11',
    '13': '3.13',
  },
  ubuntu: {
    '16.04': '3.5',
    '18.04': '3.6',
    '20.04': '3.8',
    '22.04': '3.10',
    '24.04': '3.12',
  },
  alpine: {
    '3.14': '3.9',
    '3.15': '3.9',
    '3.16': '3.10',
    '3.17': '3.10',
    '3.18': '3.11',
    '3.19': '3.11',
    '3.20': '3.12',
    '3.21': '3.12',
    '3.22': '3.12',
  },
  rhel: RHEL_PYTHON,
  rocky: RHEL_PYTHON,
  almalinux: RHEL_PYTHON,
  oraclelinux: RHEL_PYTHON,
  amazonlinux: { '2': '3.7', '2023': '3.9' },
};

/** By the whole version, otherwise by what stands before its last point. */
function find(table: Table, { name, version }: Release): string | undefined {
  const releases = Object.hasOwn(table, name) ? table[name]! : {};
  let key = version ?? '';
  while (key !== '') {
    if (Object.hasOwn(releases, key)) return releases[key];
    const point = key.lastIndexOf('.');
    key = point < 0 ? '' : key.slice(0, point);
  }
  return undefined;
}
