// SPDX-License-Identifier: Apache-2.0
import type { ProductLifetimes } from './productLifetimes.ts';

/** Builds of Java, by the family of images that holds them. */
export const JAVA_LIFETIMES: readonly ProductLifetimes[] = [
  {
    product: 'openjdk',
    name: 'OpenJDK',
    source:
      'https://github.com/docker-library/docs/blob/master/openjdk/deprecated.md',
    basis: 'publisher',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Without updates since July 2022; later versions were early access builds
    // until their release, for whose days see openjdk-builds-from-oracle at
    // endoflife.date. It does not have that of 27.
    ends: `
      28 -           26 2026-03-17  25 2025-09-16  24 2025-03-18
      23 2024-09-17  22 2024-03-19  21 2023-09-19  20 2023-03-21
      19 2022-09-20  18 2022-07-31  17 2022-07-31  16 2021-09-14
      15 2021-03-16  14 2020-09-16  13 2020-03-17  12 2019-09-17
      11 2022-07-31   8 2022-07-31
    `,
  },
  {
    product: 'adoptopenjdk',
    name: 'AdoptOpenJDK',
    source:
      'https://github.com/docker-library/official-images/commits/master/library/adoptopenjdk',
    basis: 'repository',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    // Built for the last time in May 2021; the project moved to Adoptium in
    // July.
    ends: `
      16 2021-08-01  15 2021-08-01  14 2021-08-01  13 2021-08-01
      12 2021-08-01  11 2021-08-01   8 2021-08-01
    `,
  },
  {
    product: 'eclipse-temurin',
    name: 'Eclipse Temurin',
    source: 'https://endoflife.date/eclipse-temurin',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-09-15  25 2031-09-30  24 2025-09-16  23 2025-03-18
      22 2024-09-17  21 2029-12-31  20 2023-09-19  19 2023-03-31
      18 2022-09-30  17 2027-10-31  16 2021-09-30  11 2027-10-31
       8 2030-12-31
    `,
  },
  {
    product: 'amazoncorretto',
    name: 'Amazon Corretto',
    source: 'https://endoflife.date/amazon-corretto',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-10-31  25 2032-10-31  24 2025-10-31  23 2025-04-30
      22 2024-10-15  21 2030-10-31  20 2023-10-17  19 2023-04-19
      18 2022-10-18  17 2029-10-31  16 2021-10-19  15 2021-04-20
      11 2032-01-31   8 2030-12-31
    `,
  },
  {
    product: 'ibm-semeru-runtimes',
    name: 'IBM Semeru',
    source: 'https://endoflife.date/ibm-semeru',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-09-30  25 2030-09-30  24 2025-09-25  23 2025-03-31
      22 2024-09-18  21 2029-12-31  17 2027-10-31  11 2027-10-31
       8 2030-12-31
    `,
  },
  {
    product: 'liberica',
    name: 'Liberica JDK',
    source: 'https://endoflife.date/bellsoft-liberica',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-09-18  25 2031-09-30  24 2025-09-16  23 2025-03-18
      22 2024-09-17  21 -           20 2023-09-19  19 2023-03-21
      18 2022-09-20  17 2027-10-31  16 2021-09-14  15 2021-03-16
      14 2020-09-16  13 2020-03-17  12 2019-09-17  11 2024-10-31
      10 2018-09-25   8 2026-11-30   7 2022-07-31   6 2018-12-31
    `,
  },
  {
    product: 'sapmachine',
    name: 'SapMachine',
    source: 'https://endoflife.date/sapmachine',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-09-15  25 2030-09-30  24 2025-09-16  23 2025-03-18
      22 2024-09-17  21 2028-09-01  20 2023-09-19  19 2023-03-17
      18 2022-09-19  17 2026-09-01  16 2021-09-14  15 2021-03-15
      14 2020-09-16  13 2020-03-18  12 2019-09-18  11 2024-12-01
      10 2018-09-25
    `,
  },
  {
    product: 'microsoft-openjdk',
    name: 'Microsoft Build of OpenJDK',
    source: 'https://endoflife.date/microsoft-build-of-openjdk',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      25 2030-09-30  21 2028-09-30  17 2027-09-30  11 2027-09-30
    `,
  },
  {
    product: 'azul-zulu',
    name: 'Azul Zulu',
    source: 'https://endoflife.date/azul-zulu',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      26 2026-09-30  25 2033-09-30  24 2025-09-16  23 2025-03-18
      22 2024-09-17  21 2031-09-30  20 2023-09-19  19 2023-03-31
      18 2022-09-30  17 2029-09-30  16 2021-09-30  15 2023-03-31
      14 2020-09-30  13 2023-03-31  12 2019-09-30  11 2032-01-31
      10 2018-09-30   9 2018-03-31   8 2030-12-31   7 2022-07-31
       6 2018-12-31
    `,
  },
  {
    product: 'graalvm-community',
    name: 'GraalVM Community Edition',
    source: 'https://endoflife.date/graalvm-ce',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      25 -           24 2025-09-16  23 2025-03-18  22 2024-09-17
      21 2024-03-19  20 2023-09-19  17 2023-10-24
    `,
  },
  {
    product: 'redhat-openjdk',
    name: 'Red Hat build of OpenJDK',
    source: 'https://endoflife.date/red-hat-build-of-openjdk',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      25 2030-12-31  21 2029-12-31  17 2027-12-31  11 2024-10-31
       8 2026-11-30   7 2020-06-30   6 2016-12-31
    `,
  },
];
