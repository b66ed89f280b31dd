// SPDX-License-Identifier: Apache-2.0

/**
 * Name of a package without version, release, repository or architecture. A
 * file, an address, a group (`@development-tools`) and what a variable alone
 * names stay as they are.
 */
export function packageName({ value }: { readonly value: string }): string {
  if (!MORE_THAN_NAME.test(value) || IS_NO_NAME.test(value)) return value;
  return withoutRpmVersion(value)
    .replace(/[=~<>@:/].*$/s, '')
    .replace(/([^-])-[$`{].*$/s, '$1')
    .replace(RPM_ARCHITECTURE, '');
}

/** What every part has that could be taken off. */
const MORE_THAN_NAME = /[=~<>@:/$`{.]|-\d/;

const IS_NO_NAME = /^[./$@`]|:\/\//;

const RPM_ARCHITECTURE = /\.(?:x86_64|aarch64|i[3-6]86|noarch|ppc64le|s390x)$/;

/** `name-version` and `name-version-release`, the version with its epoch. */
function withoutRpmVersion(value: string): string {
  if (!/-\d/.test(value)) return value;
  const parts = value.split('-');
  const last = parts.at(-1)!;
  const [version] = parts.slice(-2);
  if (parts.length > 2 && VERSION.test(version!) && /^\d/.test(last)) {
    return parts.slice(0, -2).join('-');
  }
  const isVersion =
    parts.length > 1 && VERSION.test(last) && !/^\d+$/.test(last);
  return isVersion && !NUMBERED_NAME.test(value)
    ? parts.slice(0, -1).join('-')
    : value;
}

const VERSION = /^(?:\d+:)?\d[\w.+~^*]*$/;

/** Names that end in a number with a point. */
const NUMBERED_NAME = /^(?:dotnet|aspnetcore|netstandard)-[a-z-]+\d+\.\d+$/;
