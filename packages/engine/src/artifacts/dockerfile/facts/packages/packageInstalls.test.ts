// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import {
  isRemovedAgain,
  packageInstalls,
  packageName,
} from './packageInstalls.ts';

function installsOf(script: string) {
  const text = `FROM debian:13\n${script}\n`;
  const { stages } = resolveBuild(parseDockerfile(text));
  return stages.flatMap(({ steps }) => steps).flatMap(packageInstalls);
}

/** `manager: packages`, those that the step removes again in brackets. */
function summary(script: string): string[] {
  return installsOf(script).map(install => {
    const { manager, packages } = install;
    const names = packages.map(({ value }) => {
      const isGone = isRemovedAgain(install, packageName({ value }));
      return isGone ? `(${value})` : value;
    });
    return `${manager}: ${names.join(' ')}`;
  });
}

describe('packageInstalls', () => {
  it.each([
    ['apt-get install -y gcc make', 'apt: gcc make'],
    ['apt-get -qq -y -o A::B=c install -t trixie a', 'apt: a'],
    ['apt-get install -yt trixie a --no-install-recommends', 'apt: a'],
    ['apt -y install a=1.2 b:amd64 c/trixie d-', 'apt: a=1.2 b:amd64 c/trixie'],
    ['DEBIAN_FRONTEND=noninteractive sudo aptitude install a', 'apt: a'],
    ['apt-get $OPTIONS install a $MORE', 'apt: a $MORE'],
    ['cat list | xargs apt-get install -y', 'apt: '],
    ['install_packages a b', 'apt: a b'],
    [
      'apk add --no-cache -X https://x/y a~=1.2 b@edge !c',
      'apk: a~=1.2 b@edge',
    ],
    ['apk --update add -t .tools a', 'apk: a'],
    ['apk --no-cache -p /root add a', 'apk: a'],
    [
      'yum -y install a-1.2-3.el9 && yum groupinstall "Dev Tools"',
      'yum: a-1.2-3.el9|yum: Dev Tools',
    ],
    ['dnf --setopt=x=1 --enablerepo crb install -y a', 'dnf: a'],
    [
      'dnf -y group install Tools && dnf module install nodejs:22',
      'dnf: Tools|dnf: nodejs:22',
    ],
    [
      'microdnf install -y a; tdnf install b; dnf5 in c',
      'microdnf: a|tdnf: b|dnf: c',
    ],
    [
      'zypper -n in -t pattern devel && zypper --non-interactive install -y a',
      'zypper: devel|zypper: a',
    ],
    [
      'pacman -Syu --noconfirm a b; pacman -S --needed c',
      'pacman: a b|pacman: c',
    ],
    ['bash -c "apt-get install a"', 'apt: a'],
    ["deps='a b' && apt-get install $deps ${deps}", 'apt: a b a b'],
    ['export deps="a b"; apt-get install $deps', 'apt: a b'],
  ])('%s', (script, expected) => {
    expect(summary(`RUN ${script}`)).toEqual(expected.split('|'));
  });

  it.each([
    'apt-get update',
    'apt-get remove a',
    'apt-get upgrade -y',
    'apk del a',
    'apk update',
    'dnf module enable nodejs:22',
    'pacman -Syu',
    'pacman -Ss a',
    'pacman -R a',
    'echo apt-get install a',
    'npm install a',
  ])('%s installs nothing', script => {
    expect(summary(`RUN ${script}`)).toEqual([]);
  });

  it('reads steps that run and no others', () => {
    expect(summary('CMD apt-get install a')).toEqual([]);
    expect(summary('RUN ["apt-get", "install", "a"]')).toEqual(['apt: a']);
    expect(summary('RUN <<EOF\napt-get install a\nEOF')).toEqual(['apt: a']);
  });

  it('points at words, also at those of a variable', () => {
    const script = "RUN deps='a bc' && apk add $deps d";
    const text = `FROM debian:13\n${script}\n`;
    const [install] = installsOf(script);
    const words = install!.packages.map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(words).toEqual(['a', 'bc', 'd']);
  });

  it.each([
    ['apk add -t .b a b && make && apk del .b', 'apk: (a) (b)'],
    [
      'apk add --virtual=.b a && apk add c && apk del --no-network .b',
      'apk: (a)|apk: c',
    ],
    ['apk add a b && apk del a', 'apk: (a) b'],
    ['apk del a && apk add a', 'apk: a'],
    [
      'apt-get install a=1 b && apt-get purge -y --auto-remove a',
      'apt: (a=1) b',
    ],
    ['apt-get install a && apt-get autoremove', 'apt: a'],
    ['apt-get install a b && apt-get autoremove -y a', 'apt: (a) b'],
    ['apt-get install a b- && apt install c a-', 'apt: (a)|apt: c'],
    ['apt-get install $D && apt-get purge $D', 'apt: ($D)'],
    ['D="a b" && apt-get install $D && apt-get purge $D', 'apt: (a) (b)'],
    [
      "apt-get install a b; apt-mark auto '.*' >/dev/null; apt-mark manual b; apt-get purge -y --auto-remove",
      'apt: (a) b',
    ],
    [
      'apt-get install a; apt-mark showmanual | xargs apt-mark auto; apt-mark manual $saved; apt-get purge -y --auto-remove',
      'apt: (a)',
    ],
    [
      "apt-mark auto '.*'; apt-get install a; apt-get purge --auto-remove",
      'apt: a',
    ],
    ['apt-get install a && dpkg --purge a', 'apt: (a)'],
    ['yum install -y a b && yum -y history undo last', 'yum: (a) (b)'],
    ['dnf install a b && dnf remove -y a', 'dnf: (a) b'],
    ['microdnf install a && rpm -e --nodeps a', 'microdnf: (a)'],
    ['zypper in a && zypper rm -u a', 'zypper: (a)'],
    ['pacman -S a b && pacman -Rns a', 'pacman: (a) b'],
  ])('%s removes', (script, expected) => {
    expect(summary(`RUN ${script}`)).toEqual(expected.split('|'));
  });

  it('takes removal in a later layer for none', () => {
    expect(summary('RUN apk add a\nRUN apk del a')).toEqual(['apk: a']);
  });

  it('asks about many packages in one look', () => {
    const names = Array.from({ length: 8000 }, (_, index) => `p${index}`);
    const script = `RUN apk add ${names.join(' ')} && apk del p1`;
    const started = performance.now();
    expect(summary(script)[0]).toContain('p0 (p1) p2');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('packageName', () => {
  it.each([
    ['gcc', 'gcc'],
    ['g++', 'g++'],
    ['gcc=4:12.2.0-3', 'gcc'],
    ['gcc~=12.2', 'gcc'],
    ['gcc<13', 'gcc'],
    ['gcc@edge', 'gcc'],
    ['libc6-dev:i386', 'libc6-dev'],
    ['git/bookworm-backports', 'git'],
    ['gcc-11.3.1-4.el9', 'gcc'],
    ['gcc-0:11.3.1-4.el9.x86_64', 'gcc'],
    ['gcc.x86_64', 'gcc'],
    ['httpd-2.4.57', 'httpd'],
    ['httpd-2.4*', 'httpd'],
    ['java-17-openjdk', 'java-17-openjdk'],
    ['java-17-openjdk-17.0.9.0.9-1.el9', 'java-17-openjdk'],
    ['dotnet-sdk-8.0', 'dotnet-sdk-8.0'],
    ['gcc-toolset-12', 'gcc-toolset-12'],
    ['linux-headers-$(uname -r)', 'linux-headers'],
    ['gcc=$VERSION', 'gcc'],
    ['$PHPIZE_DEPS', '$PHPIZE_DEPS'],
    ['@development-tools', '@development-tools'],
    ['./a-1.2.deb', './a-1.2.deb'],
    ['https://x.example/a-1.rpm', 'https://x.example/a-1.rpm'],
    ['nodejs:22/common', 'nodejs'],
  ])('%s is %s', (value, expected) => {
    expect(packageName({ value })).toBe(expected);
  });
});
