// SPDX-License-Identifier: Apache-2.0
import type { ProductLifetimes } from './productLifetimes.ts';

/** Distributions of Linux, and the versions of Windows in containers. */
export const DISTRIBUTION_LIFETIMES: readonly ProductLifetimes[] = [
  {
    product: 'debian',
    name: 'Debian',
    source: 'https://endoflife.date/debian',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Until the end of LTS, from its second column: official images are rebuilt
    // that long.
    ends: `
      13 2030-06-30  12 2028-06-30  11 2026-08-31  10 2024-06-30
       9 2022-07-01   8 2020-06-30   7 2018-05-31   6 2016-02-29
       5 2012-02-06   4 2010-02-15
    `,
  },
  {
    product: 'ubuntu',
    name: 'Ubuntu',
    source: 'https://endoflife.date/ubuntu',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Standard support; Ubuntu Pro is a contract.
    ends: `
      26.04 2031-04-30  25.10 2026-07-01  25.04 2026-01-17  24.10 2025-07-10
      24.04 2029-05-31  23.10 2024-07-12  23.04 2024-01-20  22.10 2023-07-20
      22.04 2027-04-01  21.10 2022-07-14  21.04 2022-01-20  20.10 2021-07-22
      20.04 2025-05-31  19.10 2020-07-06  19.04 2020-01-23  18.10 2019-07-18
      18.04 2023-05-31  17.10 2018-07-19  17.04 2018-01-13  16.10 2017-07-20
      16.04 2021-04-02  15.10 2016-07-28  15.04 2016-02-04  14.10 2015-07-23
      14.04 2019-04-02  13.10 2014-07-17  13.04 2014-01-27  12.10 2014-05-16
      12.04 2017-04-28  11.10 2013-05-09  11.04 2012-10-28  10.10 2012-04-10
      10.04 2013-05-09   9.10 2011-04-30   9.04 2010-10-23   8.10 2010-04-30
       8.04 2013-05-09   7.10 2009-04-18   6.06 2011-06-01
    `,
  },
  {
    product: 'alpine',
    name: 'Alpine Linux',
    source: 'https://endoflife.date/alpine-linux',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      3.24 2028-06-01  3.23 2027-11-01  3.22 2027-05-01  3.21 2026-11-01
      3.20 2026-04-01  3.19 2025-11-01  3.18 2025-05-09  3.17 2024-11-22
      3.16 2024-05-23  3.15 2023-11-01  3.14 2023-05-01  3.13 2022-11-01
      3.12 2022-05-01  3.11 2021-11-01  3.10 2021-05-01   3.9 2020-11-01
       3.8 2020-05-01   3.7 2019-11-01   3.6 2019-05-01   3.5 2018-11-01
       3.4 2018-05-01   3.3 2017-11-01   3.2 2017-05-01   3.1 2016-11-01
       3.0 2016-05-01   2.7 2015-11-01   2.6 2015-05-01   2.5 2014-11-01
       2.4 2014-05-01   2.3 2013-11-01   2.2 2013-05-01   2.1 2012-11-01
    `,
  },
  {
    product: 'fedora',
    name: 'Fedora Linux',
    source: 'https://endoflife.date/fedora',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      44 2027-06-02  43 2026-12-09  42 2026-05-27  41 2025-12-15
      40 2025-05-13  39 2024-11-26  38 2024-05-21  37 2023-12-05
      36 2023-05-16  35 2022-12-13  34 2022-06-07  33 2021-11-30
      32 2021-05-25  31 2020-11-24  30 2020-05-26  29 2019-11-26
      28 2019-05-28  27 2018-11-30  26 2018-05-29  25 2017-12-12
      24 2017-08-08  23 2016-12-20  22 2016-07-19  21 2015-12-01
      20 2015-06-23  19 2015-01-06  18 2014-01-14  17 2013-07-30
      16 2013-02-12  15 2012-06-26  14 2011-12-09  13 2011-06-24
      12 2010-12-02  11 2010-06-25  10 2009-12-17   9 2009-07-10
       8 2009-01-07
    `,
  },
  {
    product: 'rhel',
    name: 'Red Hat Enterprise Linux',
    source: 'https://endoflife.date/rhel',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Maintenance support; extended life cycle support is a contract.
    ends: `
      10 2035-05-31   9 2032-05-31   8 2029-05-31   7 2024-06-30
       6 2020-11-30   5 2017-03-31   4 2012-02-29
    `,
  },
  {
    product: 'centos',
    name: 'CentOS Linux',
    source: 'https://endoflife.date/centos',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      8 2021-12-31  7 2024-06-30  6 2020-11-30  5 2017-03-31
    `,
  },
  {
    product: 'centos-stream',
    name: 'CentOS Stream',
    source: 'https://endoflife.date/centos-stream',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      10 2030-05-31   9 2027-05-31   8 2024-05-31
    `,
  },
  {
    product: 'rocky',
    name: 'Rocky Linux',
    source: 'https://endoflife.date/rocky-linux',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      10 2035-05-31   9 2032-05-31   8 2029-05-31
    `,
  },
  {
    product: 'almalinux',
    name: 'AlmaLinux',
    source: 'https://endoflife.date/almalinux',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      10 2035-05-31   9 2032-05-31   8 2029-05-31
    `,
  },
  {
    product: 'oraclelinux',
    name: 'Oracle Linux',
    source: 'https://endoflife.date/oracle-linux',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Premier support.
    ends: `
      10 -            9 2032-06-30   8 2029-07-31   7 2024-12-31
       6 2021-03-31
    `,
  },
  {
    product: 'amazonlinux',
    name: 'Amazon Linux',
    source: 'https://endoflife.date/amazon-linux',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
         2023 2029-06-30  2018.03 2023-12-31  2017.09 2023-12-31  2017.03 2023-12-31
      2016.09 2023-12-31  2016.03 2023-12-31  2015.09 2023-12-31  2015.03 2023-12-31
      2014.09 2023-12-31  2014.03 2023-12-31  2013.09 2023-12-31  2013.03 2023-12-31
      2012.09 2023-12-31  2012.03 2023-12-31  2011.09 2023-12-31  2010.11 2023-12-31
            2 2026-06-30        1 2023-12-31
    `,
  },
  {
    product: 'opensuse-leap',
    name: 'openSUSE Leap',
    source: 'https://endoflife.date/opensuse',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      42.3 2019-07-01  42.2 2018-01-26  42.1 2017-05-17  16.0 2027-10-31
      15.6 2026-04-30  15.5 2024-12-31  15.4 2023-12-07  15.3 2022-12-31
      15.2 2022-01-04  15.1 2021-02-02  15.0 2019-12-03  13.2 2017-01-17
      13.1 2016-02-03  12.3 2015-01-29  12.2 2014-01-15  12.1 2013-05-15
      11.4 2012-11-05  11.3 2012-01-20  11.2 2011-05-12  11.1 2011-01-14
      11.0 2010-07-26
    `,
  },
  {
    product: 'photon',
    name: 'Photon OS',
    source: 'https://endoflife.date/vmware-photon',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      5.0 -           4.0 2027-10-11  3.0 2025-10-02  2.0 2022-12-01
      1.0 2022-02-28
    `,
  },
  {
    product: 'cbl-mariner',
    name: 'CBL-Mariner',
    source: 'https://github.com/dotnet/dotnet-docker/discussions/7186',
    basis: 'publisher',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // That 1.0 has ended says https://learn.microsoft.com/java/openjdk/containers;
    // its day nobody confirms.
    ends: `
      2.0 2025-06-30  1.0 2023-07-31
    `,
  },
  {
    product: 'azurelinux',
    name: 'Azure Linux',
    source:
      'https://learn.microsoft.com/azure/azure-linux/container-images-overview',
    basis: 'publisher',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // 4.0 is a preview; 2.0 is another name for CBL-Mariner 2.0.
    ends: `
      3.0 -           2.0 2025-06-30
    `,
  },
  {
    product: 'windows-server',
    name: 'Windows Server',
    source: 'https://endoflife.date/windows-server-core',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Extended support of the container images; 2009 is what it calls 20H2.
    ends: `
      2025 2034-10-10  2022 2031-10-14  2019 2029-01-09  2016 2027-01-12
      2012 2023-10-10  2009 2022-08-09  2004 2021-12-14  1909 2021-05-11
      1903 2020-12-08  1809 2020-11-10  1803 2019-11-12  1709 2019-04-09
      1607 2022-01-11
    `,
  },
];
