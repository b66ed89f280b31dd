// SPDX-License-Identifier: Apache-2.0

/**
 * The programs about which the table of base images says something: those that
 * Dockerfiles call and that not every image holds. Not adduser and bzip2, which
 * came and went with the releases of Debian and Ubuntu.
 */
export const PROGRAMS: ReadonlySet<string> = new Set(
  split(`
    sh bash busybox
    cat chmod chown cp cut date echo env false head id ln ls mkdir mv rm sleep
    sort stat tail tee test touch tr true uname wc whoami
    awk find grep sed xargs
    gzip tar unzip
    curl git nc openssl ping ssh wget
    pgrep pidof pkill ps
    groupadd su sudo useradd usermod gosu su-exec
    dumb-init tini
    g++ gcc make
    apk apt apt-get dnf dpkg microdnf pacman rpm tdnf yum zypper
    bun bundle cargo composer deno docker dotnet elixir erl gem go gradle java
    javac julia mvn node npm npx perl php pip pip3 pnpm python python3 ruby
    rustc yarn
    caddy httpd mariadb mariadb-admin memcached mongo mongosh mysql mysqladmin
    nginx pg_isready psql rabbitmq-diagnostics rabbitmqctl redis-cli
    redis-server valkey-cli
  `),
);

const COREUTILS =
  'cat chmod chown cp cut date echo env false head id ln ls mkdir mv rm sleep sort stat tail tee test touch tr true uname wc whoami';

const POSIX = `sh ${COREUTILS} awk find grep sed xargs`;

const BUSYBOX = `${POSIX} busybox gzip nc pgrep pidof ping pkill ps su tar unzip wget`;

const DEBIAN = `${POSIX} bash apt apt-get dpkg gzip perl pidof tar groupadd su useradd usermod`;

const BUILDPACK_CURL = `${DEBIAN} curl openssl wget`;

const BUILDPACK_SCM = `${BUILDPACK_CURL} git pgrep pkill ps python3 ssh`;

const REDHAT = `${POSIX} bash curl gzip rpm tar`;

/**
 * Programs by what brings them.
 *
 * Source: the lists of packages in the images of Debian 11, 12 and 13
 * (https://github.com/debuerreotype/docker-debian-artifacts) and Ubuntu 22.04,
 * 24.04 and 26.04 (https://github.com/docker-library/repo-info);
 * https://github.com/docker-library/buildpack-deps for what is upon these. The
 * applets of Alpine's busybox are written down from knowledge: of what it does
 * not have, a rule says that it is missing.
 * Basis: repository, 2026-11-21.
 */
export const PROGRAM_SETS = {
  coreutils: `sh bash ${COREUTILS}`,
  debian: DEBIAN,
  ubuntu: `${DEBIAN} pgrep pkill ps`,
  buildpackCurl: BUILDPACK_CURL,
  buildpackScm: BUILDPACK_SCM,
  buildpackDeps: `${BUILDPACK_SCM} g++ gcc make unzip`,
  busybox: BUSYBOX,
  alpine: `${BUSYBOX} apk`,
  redhat: `${REDHAT} groupadd su useradd usermod`,
  redhatMinimal: `${REDHAT} microdnf`,
} as const;

/** The words of a list of programs. */
export function split(words: string): readonly string[] {
  return words.split(/\s+/).filter(Boolean);
}
