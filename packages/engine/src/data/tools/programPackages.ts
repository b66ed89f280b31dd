// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a package of a distribution brings a program. A package brings the
 * program of its own name, whatever the table says.
 *
 * Source: the file lists of packages.debian.org (Debian 13, Ubuntu 24.04),
 * pkgs.alpinelinux.org (3.22), Fedora 42 and UBI 9, openSUSE Leap 15.6 and Arch
 * Linux.
 * Basis: knowledge, 2026-11-21.
 */
export function bringsProgram(packageName: string, program: string): boolean {
  if (packageName === program) return true;
  return PACKAGES.get(program)?.test(packageName) ?? false;
}

/** Whether a program comes from the distribution alone, into `/bin` or `/usr/bin`. */
export function isSystemProgram(program: string): boolean {
  return SYSTEM_PROGRAMS.has(program);
}

const SYSTEM_PROGRAMS = new Set(
  `sh bash cat chmod chown cp cut date echo env false head id ls mkdir mv rm sleep
  sort stat tail tee test touch tr true uname wc awk find grep sed xargs curl
  wget nc ncat netcat ping dig nslookup host telnet ss netstat ps pgrep pkill
  pidof killall ssh`.split(/\s+/),
);

/** Names of packages by program. */
const PACKAGES: ReadonlyMap<string, RegExp> = new Map([
  ['curl', names('curl-minimal')],
  ['wget', names('wget2-wget wget2 wget1 wget1-wget')],
  [
    'nc',
    names(
      'netcat netcat-openbsd netcat-traditional nmap-ncat ncat gnu-netcat openbsd-netcat',
    ),
  ],
  ['ncat', names('nmap-ncat nmap')],
  ['netcat', names('netcat-openbsd netcat-traditional openbsd-netcat')],
  ['ping', names('iputils-ping iputils inetutils-ping')],
  ['dig', names('dnsutils bind9-dnsutils bind-tools bind-utils bind')],
  ['nslookup', names('dnsutils bind9-dnsutils bind-tools bind-utils bind')],
  ['host', names('bind9-host dnsutils bind-tools bind-utils bind')],
  ['telnet', names('inetutils-telnet busybox-extras')],
  ['ss', names('iproute2 iproute iproute2-ss')],
  ['netstat', names('net-tools')],
  ['ps', names('procps procps-ng')],
  ['pgrep', names('procps procps-ng')],
  ['pkill', names('procps procps-ng')],
  ['top', names('procps procps-ng')],
  ['pidof', names('procps procps-ng sysvinit-utils')],
  ['killall', names('psmisc')],
  ['xmllint', names('libxml2-utils libxml2')],
  ['gpg', names('gnupg gnupg2')],
  [
    'ssh',
    names('openssh-client openssh-clients openssh-client-default openssh'),
  ],
  ['sshd', names('openssh-server openssh ssh openssh-server-pam')],
  ['dropbear', names('dropbear-bin')],
  ['pg_isready', /^postgresql(?:-client)?(?:-?\d[\d.]*)?(?:-client)?$/],
  ['psql', /^postgresql(?:-client)?(?:-?\d[\d.]*)?(?:-client)?$/],
  [
    'mysql',
    /^(?:default-)?(?:mysql|mariadb)(?:-community)?-client(?:-core)?(?:-[\d.]+)?$|^mysql$|^mariadb$/,
  ],
  [
    'mysqladmin',
    /^(?:default-)?(?:mysql|mariadb)(?:-community)?-client(?:-core)?(?:-[\d.]+)?$|^mysql$|^mariadb$/,
  ],
  ['mariadb', /^mariadb-client(?:-core)?(?:-[\d.]+)?$/],
  ['mariadb-admin', /^mariadb(?:-client)?(?:-core)?(?:-[\d.]+)?$/],
  ['redis-cli', names('redis redis-tools redis-server')],
  ['redis-server', names('redis')],
  ['valkey-cli', names('valkey valkey-tools')],
  ['mongosh', names('mongodb-mongosh mongodb-org')],
  ['ldapsearch', names('ldap-utils openldap-clients')],
  ['smbclient', names('samba-client')],
  ['http', names('httpie')],
  ['supervisorctl', names('supervisor')],
  ['nginx', /^nginx(?:-(?:core|light|full|extras|mainline))?$/],
  ['httpd', names('apache2')],
  ['apachectl', names('apache2 httpd')],
  ['apache2ctl', names('apache2')],
  ['rabbitmqctl', names('rabbitmq-server')],
  ['rabbitmq-diagnostics', names('rabbitmq-server')],
  [
    'python3',
    /^python3?(?:[.-]\d+)?(?:-minimal|-dev|-devel)?$|^python3-(?:pip|venv)$/,
  ],
  [
    'python',
    names('python-is-python3 python-unversioned-command python2 python3'),
  ],
  ['node', /^nodejs(?:-current|-lts|-\d+)?$/],
  ['npm', names('nodejs')],
  ['php', /^php\d*(?:\.\d+)?(?:-cli)?$/],
  ['perl', names('perl-base perl-interpreter')],
  ['ruby', /^ruby[\d.]*$/],
  [
    'java',
    /^(?:open|default-)?j(?:dk|re)(?:-headless)?$|^(?:openjdk|java|temurin|msopenjdk|zulu|bellsoft-java)-?[\d.]+/,
  ],
  ['s6-svstat', names('s6')],
]);

function names(text: string): RegExp {
  return new RegExp(`^(?:${text.replace(/ /g, '|').replace(/\./g, '\\.')})$`);
}

/** Packages that bring an SSH server. */
export function bringsSshServer(packageName: string, manager: string): boolean {
  if (SSH_SERVERS.has(packageName)) return true;
  // Where these are the whole suite; elsewhere they are the client's part.
  return packageName === 'openssh'
    ? manager === 'apk' || manager === 'pacman' || manager === 'zypper'
    : packageName === 'ssh' && manager === 'apt';
}

/** Whether a package could be one of these, with a version behind its name too. */
export function mayBringSshServer(text: string): boolean {
  return text.includes('ssh') || text.includes('dropbear');
}

const SSH_SERVERS = new Set([
  'openssh-server',
  'openssh-server-pam',
  'dropbear',
  'dropbear-bin',
  'dropbear-run',
  'tinyssh',
  'tinysshd',
]);

/** Programs that are SSH servers. */
export const SSH_SERVER_PROGRAMS: ReadonlySet<string> = new Set([
  'sshd',
  'dropbear',
  'tinysshd',
]);

/** Names of the service in `service ssh start` and `systemctl enable sshd`. */
export const SSH_SERVICES: ReadonlySet<string> = new Set([
  'ssh',
  'sshd',
  'dropbear',
]);
