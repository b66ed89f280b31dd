// SPDX-License-Identifier: Apache-2.0

/**
 * Values as BuildKit, a Go program, reads them. Each function answers
 * undefined (or false) for what Go's own parser would refuse.
 */

/** No sound value is longer, and patterns need not try those that are. */
const MAX_LENGTH = 4096;

/** A decimal integer within `[least, most]`, as `strconv.ParseInt`. */
export function parseInteger(
  text: string,
  least: number,
  most: number,
): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

const MAX_UINT32 = 0xffff_ffff;

/** An unsigned number of 32 bits, as `strconv.ParseUint`. */
export function parseUint32(text: string, base: 8 | 10): number | undefined {
  const digits = base === 8 ? /^[0-7]+$/ : /^[0-9]+$/;
  if (!digits.test(text)) return undefined;
  const value = Number.parseInt(text, base);
  return value <= MAX_UINT32 ? value : undefined;
}

/** As `strconv.ParseBool`. */
export function parseBoolean(text: string): boolean | undefined {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(text)) return false;
  return undefined;
}

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const MAX_INT64 = 2 ** 63;
const DURATION =
  /^(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

/** A duration such as `1m30s` in nanoseconds, as `time.ParseDuration`. */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const amounts = text.replace(/^[+-]/, '');
  if (amounts === '0') return 0;
  if (text.length > MAX_LENGTH || !DURATION.test(amounts)) {
    return undefined;
  }
  let total = 0;
  for (const [, amount, unit] of amounts.matchAll(/([0-9.]+)([a-zµμ]+)/g)) {
    total += Math.trunc(Number(amount) * NANOSECONDS[unit!]!);
  }
  return total < MAX_INT64 ? sign * total : undefined;
}

/** A size such as `64m` or `1.5 GiB`, as go-units reads memory. */
export function isMemorySize(text: string): boolean {
  const match = /^(.*[0-9. ])([^0-9. ]*)$/s.exec(text.slice(0, MAX_LENGTH));
  if (!match || text.length > MAX_LENGTH) return false;
  const number = match[1]!.endsWith(' ') ? match[1]!.slice(0, -1) : match[1]!;
  if (
    !/^\+?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(number)
  ) {
    return false;
  }
  return /^(?:b|[kmgtp](?:b|ib)?)?$/i.test(match[2]!);
}

/** Octal up to 07777, or symbolic such as `u=rwX,go=rX`. */
export function isFileMode(text: string): boolean {
  const octal = parseUint32(text, 8);
  if (octal !== undefined) return octal <= 0o7777;
  return text.length <= MAX_LENGTH && SYMBOLIC_MODE.test(text);
}

const SYMBOLIC_MODE =
  /^[augo]*(?:[-+=][rstwXxugo]*)+(?:,[augo]*(?:[-+=][rstwXxugo]*)+)*$/;

/** The name or number of a Linux signal other than 0. */
export function isSignal(text: string): boolean {
  const number = parseInteger(text, -MAX_INT64, MAX_INT64);
  if (number !== undefined) return number !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return (
    SIGNALS.has(name) ||
    /^RTM(?:IN(?:\+(?:[1-9]|1[0-5]))?|AX(?:-(?:[1-9]|1[0-4]))?)$/.test(name)
  );
}

const SIGNALS = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF ' +
    'PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 ' +
    'VTALRM WINCH XCPU XFSZ'
  ).split(' '),
);

const KNOWN_SYSTEMS = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl ' +
    'netbsd openbsd plan9 solaris windows zos macos'
  ).split(' '),
);
const KNOWN_ARCHITECTURES = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips ' +
    'mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 ' +
    's390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel'
  ).split(' '),
);

/**
 * The operating system of a platform such as `linux/arm64/v8`, as containerd
 * reads it; a lone architecture means Linux.
 */
export function parsePlatformSystem(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const parts = text.split('/');
  if (parts.length > 3 || text.includes('*')) return undefined;
  const [system = '', ...rest] = parts;
  const match =
    /^([A-Za-z0-9_-]+)(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/.exec(
      system,
    );
  if (!match || !rest.every(part => /^[A-Za-z0-9_.-]+$/.test(part))) {
    return undefined;
  }
  const name = match[1]!.toLowerCase();
  if (rest.length > 0 || KNOWN_SYSTEMS.has(name)) return name;
  return KNOWN_ARCHITECTURES.has(system.toLowerCase()) ? 'linux' : undefined;
}

/**
 * One line of comma-separated values with quotes, as `encoding/csv`.
 *
 * @returns the fields, or why there are none
 */
export function parseCsv(line: string): string[] | string {
  if (line === '') return 'EOF';
  const fields: string[] = [];
  CSV_FIELD.lastIndex = 0;
  for (;;) {
    const start = CSV_FIELD.lastIndex;
    const match = CSV_FIELD.exec(line);
    if (!match) {
      return line[start] === '"'
        ? 'extraneous or missing " in quoted-field'
        : 'bare " in non-quoted-field';
    }
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

const CSV_FIELD = /(?:"((?:[^"]|"")*)"|([^",]?[^",]*))(,|$)/y;
