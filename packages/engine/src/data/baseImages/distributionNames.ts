// SPDX-License-Identifier: Apache-2.0
import type { Release } from './baseImageFacts.ts';

const DEBIAN = {
  wheezy: '7',
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
};

const UBUNTU = {
  precise: '12.04',
  trusty: '14.04',
  utopic: '14.10',
  vivid: '15.04',
  wily: '15.10',
  xenial: '16.04',
  yakkety: '16.10',
  zesty: '17.04',
  artful: '17.10',
  bionic: '18.04',
  cosmic: '18.10',
  disco: '19.04',
  eoan: '19.10',
  focal: '20.04',
  groovy: '20.10',
  hirsute: '21.04',
  impish: '21.10',
  jammy: '22.04',
  kinetic: '22.10',
  lunar: '23.04',
  mantic: '23.10',
  noble: '24.04',
  oracular: '24.10',
  plucky: '25.04',
  questing: '25.10',
  resolute: '26.04',
};

/** Versions of Windows Server by their names and builds. */
const WINDOWS = {
  '1709': '1709',
  '1803': '1803',
  '1809': '2019',
  '1903': '1903',
  '1909': '1909',
  '2004': '2004',
  '20h2': '2009',
  '10.0.14393': '2016',
  '10.0.16299': '1709',
  '10.0.17134': '1803',
  '10.0.17763': '2019',
  '10.0.18362': '1903',
  '10.0.18363': '1909',
  '10.0.19041': '2004',
  '10.0.19042': '2009',
  '10.0.20348': '2022',
  '10.0.26100': '2025',
};

/**
 * Releases by the names that tags use for them.
 *
 * Source: https://endoflife.date/debian, https://endoflife.date/ubuntu,
 * https://endoflife.date/windows-server-core; the name of Debian 14 is from
 * https://github.com/docker-library/buildpack-deps.
 * Basis: collection, 2026-11-21.
 */
export const CODENAMES: ReadonlyMap<string, Release> = new Map([
  ...named('debian', DEBIAN),
  ...named('ubuntu', UBUNTU),
  ...named('debian', { sid: undefined }),
  ...named('windows-server', WINDOWS),
]);

/**
 * Words that stand for a distribution, alone or with a number after them:
 * `alpine3.22`, `ubi9`.
 *
 * Source: the tags of the images that the table of base images names.
 * Basis: repository, 2026-11-21.
 */
export const DISTRIBUTION_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpine: 'alpine',
    debian: 'debian',
    ubuntu: 'ubuntu',
    fedora: 'fedora',
    centos: 'centos',
    stream: 'centos-stream',
    el: 'rhel',
    rhel: 'rhel',
    ubi: 'rhel',
    rockylinux: 'rocky',
    rocky: 'rocky',
    almalinux: 'almalinux',
    oraclelinux: 'oraclelinux',
    ol: 'oraclelinux',
    oracle: 'oraclelinux',
    al: 'amazonlinux',
    amazonlinux: 'amazonlinux',
    amzn: 'amazonlinux',
    azurelinux: 'azurelinux',
    mariner: 'cbl-mariner',
    ltsc: 'windows-server',
    nanoserver: 'windows-server',
    windowsservercore: 'windows-server',
    wolfi: 'wolfi',
  }),
);

function named(
  name: string,
  versions: Readonly<Record<string, string | undefined>>,
): [string, Release][] {
  return Object.entries(versions).map(([codename, version]) => [
    codename,
    { name, version },
  ]);
}
