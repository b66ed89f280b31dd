// SPDX-License-Identifier: Apache-2.0
import type { ProductLifetimes } from './productLifetimes.ts';

/** Servers that have images of their own. */
export const SERVER_LIFETIMES: readonly ProductLifetimes[] = [
  {
    product: 'nginx',
    name: 'nginx',
    source: 'https://endoflife.date/nginx',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      1.31 -           1.30 -           1.29 2026-05-13  1.28 2026-04-14
      1.27 2025-06-24  1.26 2025-04-23  1.25 2024-05-29  1.24 2024-04-23
      1.23 2023-05-23  1.22 2023-04-11  1.21 2022-06-21  1.20 2022-05-24
      1.19 2021-05-25  1.18 2021-04-20  1.16 2020-04-20  1.14 2019-04-23
      1.12 2018-04-17  1.10 2017-04-12   1.8 2016-04-26   1.6 2015-04-21
       1.4 2014-04-24   1.2 2013-04-24   1.0 2012-04-23
    `,
  },
  {
    product: 'httpd',
    name: 'Apache HTTP Server',
    source: 'https://endoflife.date/apache-http-server',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      2.4 -           2.2 2017-07-11  2.0 2013-07-10  1.3 2010-02-03
    `,
  },
  {
    product: 'haproxy',
    name: 'HAProxy',
    source: 'https://endoflife.date/haproxy',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      3.4 2031-04-01  3.3 2027-01-01  3.2 2030-04-01  3.1 2026-01-01
      3.0 2029-04-01  2.9 2025-03-21  2.8 2028-04-01  2.7 2024-04-05
      2.6 2027-04-01  2.5 2023-05-02  2.4 2026-04-01  2.3 2022-07-27
      2.2 2025-04-23  2.1 2021-03-18  2.0 2024-04-05  1.9 2020-07-31
      1.8 2022-12-09  1.7 2021-10-01  1.6 2020-10-01  1.5 2020-01-10
      1.4 2020-01-10  1.3 2016-03-14  1.2 2011-08-06
    `,
  },
  {
    product: 'traefik',
    name: 'Traefik',
    source: 'https://endoflife.date/traefik',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
       3.7 -            3.6 2026-08-16   3.5 2025-11-07   3.4 2025-07-23
       3.3 2025-05-05   3.2 2025-01-06   3.1 2024-10-28   3.0 2024-07-15
      2.11 2026-02-01  2.10 2024-02-12   2.9 2023-04-24   2.8 2022-10-03
       2.7 2022-06-29   2.6 2022-05-24   2.5 2022-01-24   2.4 2021-08-17
       2.3 2021-01-19   2.2 2020-09-23   2.1 2020-03-25   2.0 2019-12-11
       1.7 2021-12-31
    `,
  },
  {
    product: 'caddy',
    name: 'Caddy',
    source: 'https://endoflife.date/caddy',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      2 -           1 2020-07-01
    `,
  },
  {
    product: 'tomcat',
    name: 'Apache Tomcat',
    source: 'https://endoflife.date/tomcat',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      11.0 -           10.1 -           10.0 2022-10-31   9.0 2027-03-31
       8.5 2024-03-31   8.0 2018-06-30     7 2021-03-31     6 2016-12-31
         5 2012-09-30
    `,
  },
  {
    product: 'solr',
    name: 'Apache Solr',
    source: 'https://endoflife.date/solr',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      10 -            9 -            8 2024-10-25   7 2022-05-11
       6 2019-03-13   5 2017-10-24
    `,
  },
  {
    product: 'rabbitmq',
    name: 'RabbitMQ',
    source: 'https://endoflife.date/rabbitmq',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
       4.3 -            4.2 2026-07-31   4.1 2026-01-30   4.0 2025-04-15
      3.13 2024-09-17  3.12 2024-02-21  3.11 2023-06-01  3.10 2022-09-28
       3.9 2023-01-31   3.8 2022-07-31   3.7 2020-09-30   3.6 2018-05-31
       3.5 2016-10-31   3.4 2015-10-31   3.3 2015-03-31   3.2 2014-10-31
       3.1 2014-04-30   3.0 2013-11-30
    `,
  },
  {
    product: 'memcached',
    name: 'Memcached',
    source: 'https://endoflife.date/memcached',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      1.6 -           1.5 2020-03-09  1.4 2017-07-21
    `,
  },
  {
    product: 'drupal',
    name: 'Drupal',
    source: 'https://endoflife.date/drupal',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      11.4 2027-07-07  11.3 2026-12-16  11.2 2026-06-17  11.1 2025-12-10
      11.0 2025-06-16  10.6 2026-12-16  10.5 2026-06-17  10.4 2025-12-10
      10.3 2025-06-16  10.2 2024-12-17  10.1 2024-06-20  10.0 2023-12-15
       9.5 2023-11-01   9.4 2023-06-21   9.3 2022-12-14   9.2 2022-06-15
       9.1 2021-12-08   9.0 2021-06-16   8.9 2021-11-02   8.8 2020-12-01
         7 2025-01-05
    `,
  },
  {
    product: 'joomla',
    name: 'Joomla',
    source: 'https://endoflife.date/joomla',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      6 2029-10-16  5 2027-10-12  4 2025-10-14  3 2023-08-17
    `,
  },
  {
    product: 'nextcloud',
    name: 'Nextcloud',
    source: 'https://endoflife.date/nextcloud',
    basis: 'collection',
    asOf: '2026-08-22',
    checked: '2026-11-21',
    ends: `
      34 2027-06-30  33 2027-02-28  32 2026-09-30  31 2026-02-28
      30 2025-10-31  29 2025-04-30  28 2024-12-31  27 2024-06-30
      26 2024-03-31  25 2023-10-31  24 2023-04-30  23 2022-12-31
      22 2022-07-31  21 2022-02-28  20 2021-11-30  19 2021-06-30
      18 2021-01-31  17 2020-10-31  16 2020-06-30  15 2019-12-31
      14 2019-09-30  13 2019-02-28  12 2018-11-30  11 2018-03-31
      10 2017-08-31   9 2017-08-31
    `,
  },
];
