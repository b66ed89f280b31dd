// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';
import { isOlder } from './tagVersion.ts';
import { windowsVariants } from './windows.ts';

const CHECKED = '2026-11-21';
const LIBRARY = 'docker.io/library';
const RABBITMQ = 'bash erl openssl rabbitmq-diagnostics rabbitmqctl';

/** Web servers, proxies, brokers and what runs behind them. */
export const SERVERS: readonly ImageFamily[] = [
  server('nginx', 'https://github.com/nginx/docker-nginx', [
    { when: 'alpine slim', ...root(USERLANDS.alpine, 'nginx') },
    { when: 'alpine', ...root(USERLANDS.alpine, 'curl nginx') },
    root(USERLANDS.debianSlim, 'curl nginx openssl'),
  ]),
  {
    ...server(
      'nginx-unprivileged',
      'https://github.com/nginx/docker-nginx-unprivileged',
      [
        { when: 'alpine slim', ...as('101', USERLANDS.alpine, 'nginx') },
        { when: 'alpine', ...as('101', USERLANDS.alpine, 'curl nginx') },
        as('101', USERLANDS.debianSlim, 'curl nginx openssl'),
      ],
    ),
    repositories: [
      'docker.io/nginxinc/nginx-unprivileged',
      'ghcr.io/nginx/nginx-unprivileged',
      'ghcr.io/nginxinc/nginx-unprivileged',
      'quay.io/nginx/nginx-unprivileged',
      'public.ecr.aws/nginx/nginx-unprivileged',
    ],
    runtime: { name: 'nginx' },
  },
  server('httpd', 'https://github.com/docker-library/httpd', [
    { when: 'alpine', ...root(USERLANDS.alpine, 'httpd perl') },
    root(USERLANDS.debianSlim, 'httpd openssl'),
  ]),
  server('caddy', 'https://github.com/caddyserver/caddy-docker', [
    ...windowsVariants('caddy'),
    {
      when: 'builder',
      ...root(USERLANDS.alpine, 'curl git go'),
      size: 'full',
    },
    { ...root(USERLANDS.alpine, 'caddy curl'), hasMorePrograms: true },
  ]),
  server('traefik', 'https://github.com/traefik/traefik-library-image', [
    ...windowsVariants(),
    {
      when: tag => isOlder('2')(tag) && !tag.words.has('alpine'),
      ...root(USERLANDS.single),
    },
    { ...root(USERLANDS.alpine), hasMorePrograms: true },
  ]),
  server('haproxy', 'https://github.com/docker-library/haproxy', [
    ...asRoot(isOlder('2.4')),
    { when: 'alpine', ...as('haproxy', USERLANDS.alpine) },
    as('haproxy', USERLANDS.debianSlim),
  ]),
  server('varnish', 'https://github.com/varnish/docker-varnish', [
    ...asRoot(tag => isOlder('7.1')(tag) || tag.words.has('stable')),
    { when: 'alpine', ...as('varnish', USERLANDS.alpine) },
    { ...as('varnish', USERLANDS.debianSlim), hasMorePrograms: true },
  ]),
  server('kong', 'https://github.com/Kong/docker-kong', [
    {
      when: isOlder('2'),
      ...root(USERLANDS.anyLinux),
      hasMorePrograms: true,
    },
    { when: isOlder('3'), ...as('kong', USERLANDS.anyLinux) },
    { when: 'ubuntu', ...kong(USERLANDS.ubuntu) },
    { when: 'alpine', ...kong(USERLANDS.alpine) },
    kong(USERLANDS.anyLinux),
  ]),
  server('nats', 'https://github.com/nats-io/nats-docker', [
    ...windowsVariants(),
    { when: 'alpine', ...root(USERLANDS.alpine) },
    root(USERLANDS.single),
  ]),
  server('rabbitmq', 'https://github.com/docker-library/rabbitmq', [
    {
      when: 'alpine',
      ...root(USERLANDS.alpine, RABBITMQ),
      hasMorePrograms: true,
      dropsTo: 'rabbitmq',
    },
    {
      ...root(USERLANDS.ubuntu, RABBITMQ),
      hasMorePrograms: true,
      dropsTo: 'rabbitmq',
    },
  ]),
  server('zookeeper', 'https://github.com/31z4/zookeeper-docker', [
    {
      ...root(USERLANDS.ubuntu, 'gosu java'),
      hasMorePrograms: true,
      dropsTo: 'zookeeper',
    },
  ]),
  server('flink', 'https://github.com/apache/flink-docker', [
    {
      ...root(USERLANDS.ubuntu, 'gosu java'),
      hasMorePrograms: true,
      dropsTo: 'flink',
    },
  ]),
  server('solr', 'https://github.com/apache/solr-docker', [
    { ...as('8983', USERLANDS.ubuntu, 'java'), hasMorePrograms: true },
  ]),
  server('sonarqube', 'https://github.com/SonarSource/docker-sonarqube', [
    // 8 and the beginning of 9 gave their rights away when they started.
    {
      when: tag => isOlder('9.9')(tag) && !isOlder('8')(tag),
      ...root(USERLANDS.alpine, 'bash java su-exec'),
      hasMorePrograms: true,
      dropsTo: 'sonarqube',
    },
    {
      when: isOlder('8'),
      userland: USERLANDS.anyLinux,
      user: undefined,
    },
    { ...as('sonarqube', USERLANDS.ubuntu, 'java'), hasMorePrograms: true },
  ]),
  server('wordpress', 'https://github.com/docker-library/wordpress', [
    {
      when: 'cli',
      ...as('www-data', USERLANDS.alpine, 'bash curl php'),
      hasMorePrograms: true,
    },
    ...phpApplication(),
  ]),
  server(
    'drupal',
    'https://github.com/docker-library/drupal',
    phpApplication(),
  ),
  server('nextcloud', 'https://github.com/nextcloud/docker', phpApplication()),
  server('ghost', 'https://github.com/docker-library/ghost', [
    {
      when: 'alpine',
      ...root(USERLANDS.alpine, 'bash node npm su-exec yarn'),
      hasMorePrograms: true,
      dropsTo: 'node',
    },
    {
      ...root(USERLANDS.debianSlim, 'gosu node npm yarn'),
      hasMorePrograms: true,
      dropsTo: 'node',
    },
  ]),
  server('adminer', 'https://github.com/TimWolla/docker-adminer', [
    { ...as('adminer', USERLANDS.alpine, 'php'), hasMorePrograms: true },
  ]),
  {
    ...server('docker', 'https://github.com/docker-library/docker', [
      ...windowsVariants('docker'),
      {
        when: ({ text }) => text.includes('rootless'),
        ...as('rootless', USERLANDS.alpine, 'docker'),
        hasMorePrograms: true,
      },
      { ...root(USERLANDS.alpine, 'docker'), hasMorePrograms: true },
    ]),
  },
];

function server(
  name: string,
  source: string,
  variants: readonly ImageVariant[],
): ImageFamily {
  const repositories = [`${LIBRARY}/${name}`];
  const runtime = { name };
  return {
    name,
    repositories,
    source,
    basis: 'repository',
    checked: CHECKED,
    runtime,
    variants,
  };
}

function root(userland: Userland, programs = ''): ImageVariant {
  return as('root', userland, programs);
}

function as(user: string, userland: Userland, programs = ''): ImageVariant {
  return { userland, user, programs };
}

/** Older images that do not change the user. */
function asRoot(isMeant: (tag: ImageTag) => boolean): ImageVariant[] {
  return [
    {
      when: tag => isMeant(tag) && tag.words.has('alpine'),
      ...root(USERLANDS.alpine),
      hasMorePrograms: true,
    },
    { when: isMeant, ...root(USERLANDS.debianSlim), hasMorePrograms: true },
  ];
}

function kong(userland: Userland): ImageVariant {
  const own = { hasMorePrograms: true, hasHealthcheck: true } as const;
  return { ...as('kong', userland), ...own };
}

/** Upon the images of PHP; the web server gives rights away by itself. */
function phpApplication(): ImageVariant[] {
  return [
    {
      when: 'alpine',
      ...root(USERLANDS.alpine, 'bash curl openssl php'),
      hasMorePrograms: true,
    },
    {
      ...root(USERLANDS.debianSlim, 'curl g++ gcc make php'),
      size: 'full',
      hasMorePrograms: true,
    },
  ];
}
