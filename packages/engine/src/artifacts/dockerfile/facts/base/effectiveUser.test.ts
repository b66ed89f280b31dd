// SPDX-License-Identifier: Apache-2.0
import { parseDockerfile } from '../../parseDockerfile.ts';
import { resolveBuild } from '../../stages/resolveBuild.ts';
import { effectiveUser } from './effectiveUser.ts';

describe('effectiveUser', () => {
  it.each([
    ['USER app', 'app', undefined, false],
    ['USER app:web', 'app', 'web', false],
    ['USER 1000:0', '1000', '0', false],
    ['USER 0:1000', '0', '1000', true],
    ['USER -0', '-0', undefined, true],
    ['USER 010', '010', undefined, false],
    ['USER roots', 'roots', undefined, false],
    ['USER :app', '', 'app', true],
    ['ARG G\nUSER app:${G}', 'app', undefined, false],
    ['ARG G\nUSER root:$G', 'root', undefined, true],
  ])('reads %s', (text, user, group, isRoot) => {
    const found = userOf(`FROM alpine:3.22\n${text}\n`);
    expect(found).toMatchObject({ kind: 'known', user, group, isRoot });
  });

  it.each([
    ['mcr.microsoft.com/dotnet/aspnet:9.0', '$APP_UID', '1654'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', '${APP_UID}', '1654'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', '"${APP_UID}"', '1654'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', '$APP_UID:$APP_UID', '1654'],
    ['selenium/node-chrome', '${SEL_UID}:${SEL_GID}', '1200'],
  ])('takes a variable of %s: USER %s', (image, user, expected) => {
    const found = userOf(`FROM ${image}\nUSER ${user}\n`);
    expect(found).toMatchObject({ kind: 'known', user: expected });
  });

  it.each(['$APP_UID}', 'a$APP_UID', '${APP_UID', '$APP_UID$APP_UID', '$X'])(
    'does not guess USER %s',
    user => {
      const image = 'mcr.microsoft.com/dotnet/aspnet:9.0';
      const found = userOf(`FROM ${image}\nUSER ${user}\n`);
      expect(found).not.toMatchObject({ user: '1654' });
    },
  );

  it('tells where the user was set', () => {
    const found = userOf('FROM alpine AS a\nUSER 7\nFROM a\n');
    expect(found.setting?.stageIndex).toBe(0);
    expect(userOf('FROM postgres:18\n').setting).toBeUndefined();
  });

  it('tells why it is not known', () => {
    expect(userOf('ARG B\nFROM $B\n')).toMatchObject({
      kind: 'unknown',
      reason: 'variable-without-value',
      detail: 'B',
    });
    expect(userOf('FROM example.com/a:1\n')).toMatchObject({
      kind: 'unknown',
      reason: 'image-not-known',
      detail: 'example.com/a:1',
    });
  });

  it('knows the administrators of Windows', () => {
    const image = 'mcr.microsoft.com/windows/nanoserver:ltsc2025';
    const isRoot = (user: string) => {
      const found = userOf(`# escape=\`\nFROM ${image}\nUSER ${user}\n`);
      return found.kind === 'known' && found.isRoot;
    };
    expect(isRoot('ContainerAdministrator')).toBe(true);
    expect(isRoot('administrator')).toBe(true);
    expect(isRoot('.\\Administrator')).toBe(true);
    expect(isRoot('ContainerUser')).toBe(false);
    expect(isRoot('root')).toBe(false);
  });
});

function userOf(text: string) {
  const { target } = resolveBuild(parseDockerfile(text));
  return effectiveUser(target!);
}
