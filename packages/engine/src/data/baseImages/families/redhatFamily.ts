// SPDX-License-Identifier: Apache-2.0
import type { ImageFamily, ImageVariant } from '../imageFamily.ts';
import type { ImageTag } from '../imageTag.ts';
import { USERLANDS, type Userland } from '../userlands.ts';

const CHECKED = '2026-11-21';

const UBI_NODE = { name: 'node', version: /^nodejs-([0-9]+)/ };

const UBI_JAVA = {
  name: 'java',
  product: 'redhat-openjdk',
  version: /^openjdk-([0-9]+)/,
};

/** Red Hat's Universal Base Images and the distributions beside them. */
export const REDHAT_FAMILY: readonly ImageFamily[] = [
  ...['7', '8', '9', '10'].flatMap(ubi),
  {
    name: 'fedora',
    repositories: [
      'docker.io/library/fedora',
      'registry.fedoraproject.org/fedora',
      'quay.io/fedora/fedora',
    ],
    source: 'https://github.com/docker-library/docs/tree/master/fedora',
    basis: 'knowledge',
    checked: CHECKED,
    isDistribution: true,
    variants: [root(USERLANDS.fedora)],
  },
  {
    name: 'fedora-minimal',
    repositories: [
      'registry.fedoraproject.org/fedora-minimal',
      'quay.io/fedora/fedora-minimal',
    ],
    source: 'https://quay.io/repository/fedora/fedora-minimal',
    basis: 'knowledge',
    checked: CHECKED,
    isDistribution: true,
    variants: [root(USERLANDS.fedoraMinimal)],
  },
  {
    name: 'centos',
    repositories: ['docker.io/library/centos', 'quay.io/centos/centos'],
    source: 'https://quay.io/repository/centos/centos',
    basis: 'knowledge',
    checked: CHECKED,
    isDistribution: true,
    variants: [
      { when: 'centos-stream minimal', ...root(USERLANDS.centosStreamMinimal) },
      { when: 'centos-stream', ...root(USERLANDS.centosStream) },
      { when: isBefore(8), ...root(USERLANDS.centosYum) },
      root(USERLANDS.centos),
    ],
  },
  {
    name: 'rockylinux',
    repositories: [
      'docker.io/library/rockylinux',
      'docker.io/rockylinux/rockylinux',
      'quay.io/rockylinux/rockylinux',
    ],
    source: 'https://github.com/docker-library/docs/tree/master/rockylinux',
    basis: 'publisher',
    checked: CHECKED,
    isDistribution: true,
    variants: [
      { when: 'minimal', ...root(USERLANDS.rockyMinimal) },
      root(USERLANDS.rocky),
    ],
  },
  {
    name: 'almalinux',
    repositories: [
      'docker.io/library/almalinux',
      'quay.io/almalinuxorg/almalinux',
    ],
    source: 'https://github.com/AlmaLinux/container-images',
    basis: 'repository',
    checked: CHECKED,
    isDistribution: true,
    variants: [
      { when: 'micro', ...root(USERLANDS.almalinuxMicro) },
      { when: 'minimal', ...root(USERLANDS.almalinuxMinimal) },
      root(USERLANDS.almalinux),
    ],
  },
  {
    name: 'oraclelinux',
    repositories: [
      'docker.io/library/oraclelinux',
      'ghcr.io/oracle/oraclelinux',
      'container-registry.oracle.com/os/oraclelinux',
    ],
    source: 'https://github.com/docker-library/docs/tree/master/oraclelinux',
    basis: 'publisher',
    checked: CHECKED,
    isDistribution: true,
    variants: [
      {
        when: tag => tag.words.has('slim') && isBefore(8)(tag),
        ...root({ ...USERLANDS.oraclelinuxYum, size: 'slim' }),
      },
      { when: 'slim', ...root(USERLANDS.oraclelinuxSlim) },
      { when: isBefore(8), ...root(USERLANDS.oraclelinuxYum) },
      root(USERLANDS.oraclelinux),
    ],
  },
  {
    name: 'amazonlinux',
    repositories: [
      'docker.io/library/amazonlinux',
      'docker.io/amazonlinux/amazonlinux',
      'public.ecr.aws/amazonlinux/amazonlinux',
    ],
    source: 'https://github.com/docker-library/docs/tree/master/amazonlinux',
    basis: 'publisher',
    checked: CHECKED,
    isDistribution: true,
    variants: [
      { when: 'minimal', ...root(USERLANDS.amazonlinuxMinimal) },
      {
        when: ({ text }) => /^(?:1|2|2018\.03)(?:$|[.-])/.test(text),
        ...root(USERLANDS.amazonlinuxYum),
      },
      root(USERLANDS.amazonlinux),
    ],
  },
];

/** The images of one release, by their names in the three registries. */
function ubi(release: string): ImageFamily[] {
  const source =
    'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/10/html/building_running_and_managing_containers/types-of-container-images';
  const names = (kind: string) => [
    `registry.access.redhat.com/ubi${release}/ubi${kind}`,
    `registry.redhat.io/ubi${release}/ubi${kind}`,
    `registry.access.redhat.com/ubi${release}${kind}`,
    `registry.redhat.io/ubi${release}${kind}`,
    `docker.io/redhat/ubi${release}${kind}`,
  ];
  const full = release === '7' ? USERLANDS.ubiYum : USERLANDS.ubi;
  const bases = Object.entries({
    '': full,
    '-init': full,
    '-minimal': USERLANDS.ubiMinimal,
    '-micro': USERLANDS.ubiMicro,
  }).map(([kind, userland]) => ({
    name: `ubi${kind}`,
    repositories: names(kind),
    source,
    basis: 'publisher' as const,
    checked: CHECKED,
    isDistribution: true,
    variants: [{ ...root(userland), release }],
  }));
  return [...bases, ubiRuntimes(release)];
}

/** Languages and servers: `ubi9/nodejs-22-minimal`, `ubi9/openjdk-21-runtime`. */
function ubiRuntimes(release: string): ImageFamily {
  const of = (when: string, user: string): ImageVariant[] => [
    {
      when: `${when} minimal`,
      ...more(USERLANDS.ubiMinimal, user, release),
    },
    { when, ...more(USERLANDS.ubi, user, release), size: 'full' },
  ];
  return {
    name: 'ubi-runtimes',
    repositories: [
      `registry.access.redhat.com/ubi${release}/*`,
      `registry.redhat.io/ubi${release}/*`,
    ],
    // The user of Java: modules/user of jboss-container-images/openjdk.
    source: 'https://github.com/sclorg',
    basis: 'repository',
    checked: CHECKED,
    tagWithRepository: true,
    variants: [
      {
        when: 'openjdk runtime',
        ...more(USERLANDS.ubiMinimal, '185', release),
        runtime: UBI_JAVA,
      },
      {
        when: 'openjdk',
        ...more(USERLANDS.ubiMinimal, '185', release),
        size: 'full',
        runtime: UBI_JAVA,
      },
      ...of('nodejs', '1001').map(variant => ({
        ...variant,
        runtime: UBI_NODE,
      })),
      ...['python', 'php', 'ruby', 'perl', 'nginx', 'httpd'].flatMap(name =>
        of(name, '1001'),
      ),
    ],
  };
}

function more(userland: Userland, user: string, release: string): ImageVariant {
  return { userland, user, release, hasMorePrograms: true };
}

function root(userland: Userland): ImageVariant {
  return { userland, user: 'root' };
}

/** Whether the release that the tag names is older. */
function isBefore(release: number): (tag: ImageTag) => boolean {
  return tag => {
    const version = tag.release?.version ?? tag.version;
    return version !== undefined && Number.parseInt(version, 10) < release;
  };
}
