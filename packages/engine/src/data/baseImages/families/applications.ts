// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';

const CHECKED = '2026-11-21';

/** Products and tools of one vendor. */
export const APPLICATIONS: readonly ImageFamily[] = [
  family({
    name: 'bitnami',
    // Those that need no rights; the others are not all alike.
    repositories: bitnami(
      'apache cassandra etcd fluentd grafana haproxy kafka keycloak kubectl mariadb memcached minio mongodb mysql nats nginx postgresql prometheus rabbitmq redis redis-sentinel wordpress wordpress-nginx zookeeper',
    ),
    source: 'https://github.com/bitnami/containers',
    variants: [
      { when: 'debian', ...open('1001', USERLANDS.debianSlim) },
      // Debian before August 2025, Photon since then.
      open('1001', { ...USERLANDS.anyGlibc, size: 'slim' }),
    ],
  }),
  family({
    name: 'grafana',
    repositories: [
      'docker.io/grafana/grafana',
      'docker.io/grafana/grafana-oss',
    ],
    source: 'https://github.com/grafana/grafana/blob/main/Dockerfile',
    runtime: { name: 'grafana' },
    variants: [
      { when: 'distroless', userland: USERLANDS.anyLinux, user: '472' },
      { when: isOlder('6.4'), ...open('472', USERLANDS.anyGlibc) },
      { when: 'ubuntu', ...open('472', unnumbered(USERLANDS.ubuntu)) },
      open('472', USERLANDS.alpine),
    ],
  }),
  family({
    name: 'prometheus',
    repositories: [
      'docker.io/prom/prometheus',
      'docker.io/prom/node-exporter',
      'docker.io/prom/alertmanager',
      'docker.io/prom/pushgateway',
      'quay.io/prometheus/prometheus',
      'quay.io/prometheus/node-exporter',
      'quay.io/prometheus/alertmanager',
      'quay.io/prometheus/pushgateway',
    ],
    source: 'https://github.com/prometheus/prometheus/blob/main/Dockerfile',
    runtime: { name: 'prometheus' },
    variants: [
      {
        when: 'distroless',
        userland: USERLANDS.distrolessStatic,
        user: '65532',
      },
      open('nobody', USERLANDS.busybox),
    ],
  }),
  family({
    name: 'blackbox-exporter',
    repositories: [
      'docker.io/prom/blackbox-exporter',
      'quay.io/prometheus/blackbox-exporter',
    ],
    source:
      'https://github.com/prometheus/blackbox_exporter/blob/master/Dockerfile',
    variants: [
      {
        when: 'distroless',
        userland: USERLANDS.distrolessStatic,
        user: '65532',
      },
      open('root', USERLANDS.busybox),
    ],
  }),
  family({
    name: 'jenkins',
    repositories: ['docker.io/jenkins/jenkins'],
    source: 'https://github.com/jenkinsci/docker',
    runtime: { name: 'jenkins' },
    variants: [
      {
        when: 'alpine',
        ...open('jenkins', USERLANDS.alpine, 'bash curl git java tini unzip'),
      },
      { when: 'rhel', ...open('jenkins', USERLANDS.ubi, 'curl git java tini') },
      {
        when: 'slim',
        ...open(
          'jenkins',
          USERLANDS.debianSlim,
          'curl git java pgrep ps ssh tini unzip',
        ),
      },
      open(
        'jenkins',
        USERLANDS.debian,
        'curl git java pgrep ps ssh tini unzip',
      ),
    ],
  }),
  family({
    name: 'vault',
    repositories: ['docker.io/hashicorp/vault'],
    source: 'https://github.com/hashicorp/vault/blob/main/Dockerfile',
    runtime: { name: 'vault' },
    variants: [
      {
        ...open('root', USERLANDS.alpine, 'dumb-init su-exec'),
        dropsTo: 'vault',
      },
    ],
  }),
  family({
    name: 'consul',
    repositories: ['docker.io/hashicorp/consul', 'docker.io/library/consul'],
    source: 'https://github.com/hashicorp/docker-consul',
    runtime: { name: 'consul' },
    variants: [
      {
        ...open('root', USERLANDS.alpine, 'curl dumb-init su-exec'),
        dropsTo: 'consul',
      },
    ],
  }),
  family({
    name: 'terraform',
    repositories: ['docker.io/hashicorp/terraform'],
    source: 'https://github.com/hashicorp/terraform/blob/main/build.Dockerfile',
    runtime: { name: 'terraform' },
    variants: [open('root', USERLANDS.alpine, 'git ssh')],
  }),
  family({
    name: 'elasticsearch',
    repositories: [
      'docker.io/library/elasticsearch',
      'docker.elastic.co/elasticsearch/elasticsearch',
    ],
    source: 'https://github.com/elastic/dockerfiles',
    runtime: { name: 'elasticsearch' },
    variants: [
      {
        when: ({ version }) => Number.parseInt(version ?? '', 10) < 8,
        ...open('root', USERLANDS.anyGlibc, 'java'),
        dropsTo: 'elasticsearch',
      },
      open('1000:0', USERLANDS.anyGlibc, 'java tini'),
    ],
  }),
  family({
    name: 'elastic',
    repositories: [
      'docker.io/library/kibana',
      'docker.elastic.co/kibana/kibana',
      'docker.io/library/logstash',
      'docker.elastic.co/logstash/logstash',
    ],
    source: 'https://github.com/elastic/dockerfiles',
    variants: [open('1000', USERLANDS.anyGlibc)],
  }),
  family({
    name: 'keycloak',
    repositories: ['quay.io/keycloak/keycloak'],
    source:
      'https://github.com/keycloak/keycloak/blob/main/quarkus/container/Dockerfile',
    variants: [
      {
        ...open('1000', { ...USERLANDS.ubiMicro, distribution: undefined }),
        programs: 'sh bash java',
      },
    ],
  }),
  family({
    name: 'telegraf',
    repositories: ['docker.io/library/telegraf'],
    source: 'https://github.com/influxdata/influxdata-docker',
    variants: [
      {
        when: 'alpine',
        ...open('root', USERLANDS.alpine),
        dropsTo: 'telegraf',
      },
      { ...open('root', USERLANDS.buildpackCurl), dropsTo: 'telegraf' },
    ],
  }),
  family({
    name: 'influxdb',
    repositories: ['docker.io/library/influxdb'],
    source: 'https://github.com/influxdata/influxdata-docker',
    variants: [
      {
        when: ({ text }) => /^2.*-alpine/.test(text),
        ...open('root', USERLANDS.alpine),
        dropsTo: 'influxdb',
      },
      {
        when: ({ text }) => /^2(?:[.-]|$)/.test(text),
        ...open('root', USERLANDS.debianSlim),
        dropsTo: 'influxdb',
      },
      {
        when: ({ text }) => /^3(?:[.-]|$)/.test(text),
        ...open('influxdb3', USERLANDS.ubuntu),
      },
    ],
  }),
  family({
    name: 'airflow',
    repositories: ['docker.io/apache/airflow'],
    source: 'https://github.com/apache/airflow/blob/main/Dockerfile',
    variants: [
      {
        ...open(
          '50000',
          unnumbered(USERLANDS.debianSlim),
          'python python3 pip',
        ),
        environment: new Map([['AIRFLOW_UID', '50000']]),
      },
    ],
  }),
];

function family(
  image: Omit<ImageFamily, 'basis' | 'checked'> &
    Partial<Pick<ImageFamily, 'basis'>>,
): ImageFamily {
  return { basis: 'repository', ...image, checked: CHECKED };
}

function open(user: string, userland: Userland, programs = ''): ImageVariant {
  return { userland, user, programs, hasMorePrograms: true };
}

function bitnami(names: string): string[] {
  return names
    .split(' ')
    .flatMap(name => [
      `docker.io/bitnami/${name}`,
      `docker.io/bitnamilegacy/${name}`,
      `docker.io/bitnamisecure/${name}`,
      `public.ecr.aws/bitnami/${name}`,
    ]);
}

/** The tag does not tell which release, or means another product. */
function unnumbered(userland: Userland): Userland {
  return { ...userland, distribution: undefined };
}
