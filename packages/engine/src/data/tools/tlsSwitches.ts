// SPDX-License-Identifier: Apache-2.0

import {
  anyOf,
  programSwitches as switches,
  SETTING_OFF as OFF,
  SETTING_ON as ON,
  type ProgramSwitches,
} from './programSwitches.ts';

/**
 * How a program is told not to verify certificates; undefined for programs
 * that the table does not know.
 *
 * Source: the manuals of the programs.
 * Basis: knowledge, 2026-11-21.
 */
export function tlsSwitchesOf(program: string): ProgramSwitches | undefined {
  return SWITCHES.get(program);
}

/**
 * Whether a value of an environment variable switches the verification off;
 * undefined for variables that have nothing to do with it.
 *
 * Source: the manuals of Node.js, Python (PEP 493), pip, uv, npm, Yarn, conda,
 * LWP, Bundler, Go, Julia, Vault, Azure CLI; `http.c` of Git, which looks only
 * whether the variable is there.
 * Basis: knowledge, 2026-11-21.
 */
export function isTlsVariableOff(
  name: string,
  value: string,
): boolean | undefined {
  return VARIABLES.get(name)?.test(value);
}

/** Whether an environment variable has anything to do with certificates. */
export function isTlsVariable(name: string): boolean {
  return VARIABLES.has(name) || TRUSTED_HOST_VARIABLES.has(name);
}

/**
 * Lines of configuration files that switch the verification off, and the files
 * in which they mean that; any file where none is given.
 */
export const TLS_FILE_SETTINGS: readonly {
  readonly line: RegExp;
  readonly file?: RegExp;
}[] = [
  { line: /\bstrict-ssl["']?[ =:]+["']?false\b/i },
  { line: /\benableStrictSsl["']?\s*:\s*["']?false\b/i },
  { line: /\bssl_?verify["']?\s*[=:]\s*["']?(?:0|false|no|off)\b/i },
  { line: /\bhttp\.sslverify\b["' =]+(?:0|false|no|off)\b/i },
  { line: /\bVerify-(?:Peer|Host)\b["' =]+(?:0|false|no)\b/i },
  { line: /\bcheck_certificate\s*=\s*(?:0|off|no)\b/i, file: /wgetrc$/ },
  { line: /\bssl_verify_mode["']?\s*:\s*["']?0\b/i },
  { line: /^[ \t]*(?:--)?insecure[ \t]*$|^[ \t]*-k[ \t]*$/i, file: /curlrc$/ },
];

/** A line of `pip.conf` that names hosts; the group holds them. */
export const TRUSTED_HOST_LINE = /\btrusted-host\s*=\s*(\S+)/i;

/** Whether a line could be one of those; few are. */
export const TLS_LINE = anyOf([
  TRUSTED_HOST_LINE,
  ...TLS_FILE_SETTINGS.map(({ line }) => line),
]);

/** Settings in the command lines of Maven, which variables may hold, too. */
export const MAVEN_INSECURE =
  /-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=true\b|-Daether\.connector\.https\.securityMode=insecure\b/;

const ANY = /^/;
const NOT_EMPTY = /\S/;

const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['GIT_SSL_NO_VERIFY', ANY],
  ['NPM_CONFIG_STRICT_SSL', OFF],
  ['npm_config_strict_ssl', OFF],
  ['YARN_STRICT_SSL', OFF],
  ['YARN_ENABLE_STRICT_SSL', OFF],
  ['CONDA_SSL_VERIFY', OFF],
  ['MAMBA_SSL_VERIFY', OFF],
  ['PERL_LWP_SSL_VERIFY_HOSTNAME', /^0$/],
  ['BUNDLE_SSL_VERIFY_MODE', /^0$/],
  ['GOINSECURE', NOT_EMPTY],
  ['JULIA_SSL_NO_VERIFY_HOSTS', NOT_EMPTY],
  ['VAULT_SKIP_VERIFY', ON],
  ['AZURE_CLI_DISABLE_CONNECTION_VERIFICATION', /\S/],
  ['MAVEN_OPTS', MAVEN_INSECURE],
  ['MAVEN_CLI_OPTS', MAVEN_INSECURE],
]);

/** Variables that hold hosts whose certificates nobody looks at. */
export const TRUSTED_HOST_VARIABLES: ReadonlySet<string> = new Set([
  'PIP_TRUSTED_HOST',
  'UV_INSECURE_HOST',
]);

const NPM = switches('--no-strict-ssl', [
  { name: /^(?:--)?strict-ssl$/, value: OFF },
  { name: /^enableStrictSsl$/, value: OFF },
]);
const PIP = switches(
  '',
  [{ name: /^(?:\w+\.)?trusted-host$/, value: NOT_EMPTY }],
  '--trusted-host',
);
const CONDA = switches('-k --insecure', [{ name: /^ssl_verify$/, value: OFF }]);
const APT = switches('', [
  { name: /Acquire::https?(?:::\S*)?::Verify-(?:Peer|Host)$/i, value: OFF },
]);
const YUM = switches('', [{ name: /(?:^|[.=])sslverify$/, value: OFF }]);
const CONTAINERS = switches('', [
  { name: /^--(?:src-|dest-)?tls-verify$/, value: OFF },
]);
const CLUSTER = switches('--insecure-skip-tls-verify', [
  { name: /^--insecure-skip-tls-verify$/, value: ON },
]);
const HTTPIE = switches('', [{ name: /^--verify$/, value: OFF }]);
const BUNDLER = switches('', [
  { name: /^(?:\w+\.)?ssl_verify_mode$/i, value: /^0$/ },
]);

const SWITCHES: ReadonlyMap<string, ProgramSwitches> = new Map([
  ['curl', switches('-k --insecure --proxy-insecure')],
  [
    'wget',
    switches('--no-check-certificate', [
      { name: /^check_certificate$/, value: OFF },
    ]),
  ],
  ['wget2', switches('--no-check-certificate')],
  ['aria2c', switches('', [{ name: /^--check-certificate$/, value: OFF }])],
  ['http', HTTPIE],
  ['https', HTTPIE],
  ['git', switches('', [{ name: /^http\.(?:\S*\.)?sslverify$/i, value: OFF }])],
  ['hg', switches('--insecure')],
  ['svn', switches('--trust-server-cert --trust-server-cert-failures')],
  ['npm', NPM],
  ['npx', NPM],
  ['pnpm', NPM],
  ['yarn', NPM],
  ['pip', PIP],
  ['uv', switches('', [], '--allow-insecure-host --trusted-host')],
  ['poetry', switches('', [{ name: /^certificates\.\S*\.cert$/, value: OFF }])],
  ['conda', CONDA],
  ['mamba', CONDA],
  [
    'micromamba',
    switches('', [{ name: /^(?:--)?ssl[_-]verify$/, value: OFF }]),
  ],
  ['bundle', BUNDLER],
  ['composer', switches('', [{ name: /^disable-tls$/, value: ON }])],
  ['apt', APT],
  ['apt-get', APT],
  ['apk', switches('--no-check-certificate')],
  ['yum', YUM],
  ['dnf', YUM],
  ['microdnf', YUM],
  ['tdnf', YUM],
  ['yum-config-manager', YUM],
  ['skopeo', CONTAINERS],
  ['podman', CONTAINERS],
  ['buildah', CONTAINERS],
  ['kubectl', CLUSTER],
  ['oc', CLUSTER],
  ['helm', CLUSTER],
  ['aws', switches('--no-verify-ssl')],
  [
    'gcloud',
    switches('', [{ name: /^(?:auth\/)?disable_ssl_validation$/, value: ON }]),
  ],
  ['vault', switches('-tls-skip-verify')],
  ['deno', switches('--unsafely-ignore-certificate-errors')],
  ['go', switches('-insecure')],
  ['ansible-galaxy', switches('--ignore-certs')],
]);
