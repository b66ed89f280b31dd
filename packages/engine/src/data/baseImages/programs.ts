// SPDX-License-Identifier: Apache-2.0

/**
 * The programs about which the table of base images says something: those that
 * Dockerfiles call and that not every image holds.
 */
export const PROGRAMS: ReadonlySet<string> = new Set(
  split(`
    sh bash busybox
    cat chmod chown cp cut date echo env false head id ln ls mkdir mv rm sleep
    sort stat tail tee test touch tr true uname wc whoami
    awk find grep sed xargs
    bzip2 gzip tar unzip
    curl git nc openssl ping ssh wget
    pgrep pidof pkill ps
    addgroup adduser groupadd su sudo useradd usermod gosu su-exec
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

const BUSYBOX = `${POSIX} busybox addgroup adduser bzip2 gzip nc pgrep pidof ping pkill ps su tar unzip wget`;

const DEBIAN = `${POSIX} bash apt apt-get dpkg gzip perl pidof tar addgroup adduser groupadd su useradd usermod`;

const BUILDPACK_CURL = `${DEBIAN} curl openssl wget`;

const BUILDPACK_SCM = `${BUILDPACK_CURL} git pgrep pkill ps python3 ssh`;

const REDHAT = `${POSIX} bash curl gzip rpm tar`;

/**
 * Programs by what brings them.
 *
 * Source: https://github.com/docker-library/buildpack-deps for what is upon
 * Debian and Ubuntu. The packages that Debian calls required and the applets of
 * Alpine's busybox are written down from knowledge: of what neither has, a rule
 * says that it is missing.
 * Basis: repository, 2026-11-21.
 */
export const PROGRAM_SETS = {
  coreutils: `sh bash ${COREUTILS}`,
  debian: DEBIAN,
  ubuntu: `${DEBIAN} bzip2 pgrep pkill ps`,
  buildpackCurl: BUILDPACK_CURL,
  buildpackScm: BUILDPACK_SCM,
  buildpackDeps: `${BUILDPACK_SCM} bzip2 g++ gcc make unzip`,
  busybox: BUSYBOX,
  alpine: `${BUSYBOX} apk`,
  redhat: `${REDHAT} groupadd su useradd usermod`,
  redhatMinimal: `${REDHAT} microdnf`,
} as const;

/** The words of a list of programs. */
export function split(words: string): readonly string[] {
  return words.split(/\s+/).filter(Boolean);
}
