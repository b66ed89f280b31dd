// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

const CHECKED = '2026-11-21';

/** Brokers, proxies, search engines and collectors, as their projects publish them. */
export const MIDDLEWARE: readonly ImageFamily[] = [
  family({
    name: 'kafka',
    repositories: ['docker.io/apache/kafka'],
    source: 'https://github.com/apache/kafka/blob/trunk/docker/jvm/Dockerfile',
    variants: [open('appuser', USERLANDS.alpine, 'bash java')],
  }),
  family({
    name: 'envoy',
    repositories: ['docker.io/envoyproxy/envoy'],
    source:
      'https://github.com/envoyproxy/envoy/blob/main/distribution/docker/Dockerfile-envoy',
    variants: [
      {
        when: 'distroless',
        userland: unnumbered(USERLANDS.distroless),
        user: '65532',
      },
      {
        ...open('root', unnumbered(USERLANDS.ubuntu), 'su-exec'),
        dropsTo: 'envoy',
      },
    ],
  }),
  family({
    name: 'opensearch',
    repositories: [
      'docker.io/opensearchproject/opensearch',
      'public.ecr.aws/opensearchproject/opensearch',
    ],
    source:
      'https://github.com/opensearch-project/opensearch-build/tree/main/docker/release/dockerfiles',
    variants: [open('1000', USERLANDS.anyGlibc)],
  }),
  family({
    name: 'nginx-proxy',
    repositories: [
      'docker.io/nginxproxy/nginx-proxy',
      'docker.io/jwilder/nginx-proxy',
    ],
    source: 'https://github.com/nginx-proxy/nginx-proxy',
    variants: [
      { when: 'alpine', ...open('root', USERLANDS.alpine, 'bash nginx') },
      open('root', USERLANDS.debianSlim, 'nginx'),
    ],
  }),
  family({
    name: 'otel-collector',
    repositories: [
      'docker.io/otel/opentelemetry-collector',
      'docker.io/otel/opentelemetry-collector-contrib',
      'docker.io/otel/opentelemetry-collector-k8s',
    ],
    source:
      'https://github.com/open-telemetry/opentelemetry-collector-releases/tree/main/distributions',
    variants: [{ userland: USERLANDS.single, user: '10001:10001' }],
  }),
  family({
    name: 'k6',
    repositories: ['docker.io/grafana/k6'],
    source: 'https://github.com/grafana/k6/blob/master/Dockerfile',
    variants: [open('12345', USERLANDS.alpine)],
  }),
  family({
    name: 'prometheus-busybox',
    repositories: [
      'docker.io/prom/busybox',
      'quay.io/prometheus/busybox',
      ...'amd64 arm64 armv7 ppc64le riscv64 s390x'
        .split(' ')
        .map(machine => `quay.io/prometheus/busybox-linux-${machine}`),
    ],
    source: 'https://github.com/prometheus/busybox',
    variants: [
      { when: 'alpine', ...open('root', USERLANDS.alpine) },
      {
        when: 'glibc',
        ...open('root', { ...USERLANDS.busybox, libc: 'glibc' }),
      },
      open('root', USERLANDS.busybox),
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

/** The tag does not tell which release. */
function unnumbered(userland: Userland): Userland {
  return { ...userland, distribution: undefined };
}
