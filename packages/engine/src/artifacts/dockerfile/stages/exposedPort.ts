// SPDX-License-Identifier: Apache-2.0
import { parseInteger } from './goValues.ts';

/** A range of ports that EXPOSE names. */
export interface ExposedPort {
  readonly first: number;
  readonly last: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

/**
 * Reads `port`, `first-last`, each with `/protocol`, and the forms with a host
 * port and address that BuildKit still accepts.
 *
 * @returns the ports, or why BuildKit refuses them
 */
export function parseExposedPort(text: string): ExposedPort | string {
  const parts = text.split(':');
  const containerPart = parts.at(-1)!;
  const hostPort = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  const slash = containerPart.indexOf('/');
  const ports = slash < 0 ? containerPart : containerPart.slice(0, slash);
  if (ports === '') return `invalid port: "${text}": no port specified`;
  const protocol =
    slash < 0 ? 'tcp' : containerPart.slice(slash + 1).toLowerCase() || 'tcp';
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp') {
    return `invalid port: "${text}": invalid proto: ${protocol}`;
  }
  const plainAddress = address.replace(/^\[([^\]]*)\]$/, '$1');
  if (address !== '' && !isAddress(plainAddress)) {
    return `invalid IP address: ${plainAddress}`;
  }
  const range = parseRange(ports);
  if (!range) return `invalid containerPort: ${ports}`;
  if (hostPort !== '') {
    const host = parseRange(hostPort);
    if (!host) return `invalid hostPort: ${hostPort}`;
    const size = range.last - range.first;
    if (size !== 0 && size !== host.last - host.first) {
      return `invalid ranges specified for container and host Ports: ${ports} and ${hostPort}`;
    }
  }
  return { ...range, protocol };
}

const MAX_PORT = 65_535;

function parseRange(text: string): { first: number; last: number } | undefined {
  const dash = text.indexOf('-');
  const start = dash < 0 ? text : text.slice(0, dash);
  const end = dash < 0 ? start : text.slice(dash + 1);
  const first = parseInteger(start, 0, MAX_PORT);
  const last = parseInteger(end, 0, MAX_PORT);
  if (first === undefined || last === undefined || last < first) {
    return undefined;
  }
  return { first, last };
}

function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every(part => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && +part < 256)
  );
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  let count = groups.length;
  if (groups.at(-1)?.includes('.')) {
    if (!isIpv4(groups.pop()!)) return false;
    count++;
  }
  if (!groups.every(group => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}
