// SPDX-License-Identifier: Apache-2.0
import type { PackageKind, ScannedPackage } from '@plimsoll/model';

/**
 * The package that a purl names: `pkg:type/namespace/name@version?…#…`.
 * Undefined for any other text.
 */
export function packageOfPurl(purl: string): ScannedPackage | undefined {
  const parts = PURL.exec(purl);
  if (!parts) return undefined;
  const [, type = '', name = '', version = ''] = parts;
  return {
    name: decoded(name),
    version: decoded(version),
    purl,
    kind: kindOfType(type.toLowerCase()),
  };
}

const PURL = /^pkg:([^/@?#]+)\/([^@?#]+)(?:@([^?#]*))?(?:[?#]|$)/;

function kindOfType(type: string): PackageKind {
  if (type === 'generic') return 'unknown';
  return OS_TYPES.has(type) ? 'os' : 'application';
}

const OS_TYPES = new Set(['alpm', 'apk', 'deb', 'rpm']);

/** ASCII alone: what else is escaped stays so. */
function decoded(text: string): string {
  return text.replace(/%([0-7][0-9A-Fa-f])/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}
