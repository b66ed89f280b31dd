// SPDX-License-Identifier: Apache-2.0

/**
 * Words in the names of variables, keys and flags that tell of a secret.
 *
 * Sources: the check of BuildKit for ARG and ENV
 * (https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/),
 * the documentation of the programs that are named, and names found in public
 * Dockerfiles.
 * Basis: knowledge, 2026-11-21.
 */

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap(line => line.split(' ')));
}

/** What stands behind such a name is a password. */
export const PASSWORD_WORDS = words(
  'password passwords passwd pword passphrase passcode storepass keypass',
  'dbpass rootpass userpass adminpass',
);

/** The same, where it is the last word of several, or the only one. */
export const LAST_PASSWORD_WORDS = words('pass pwd pw');

/** What stands behind such a name is a secret. */
export const SECRET_WORDS = words(
  'secret token apikey accesskey secretkey privatekey authtoken accesstoken',
  'apitoken credential credentials',
);

/** The word before `key` makes it one of these. */
export const SECRET_KEYS = words(
  'api access secret private license signing encryption master session',
  'account storage deploy auth app application service crypt crypto hmac',
  'jwt admin client consumer webhook server write',
);

/** Such a name has many other uses, too. */
export const VAGUE_WORDS = words('key auth private');

/** The word before `key` makes it something that may be known. */
export const HARMLESS_KEYS = words(
  'public pub gpg pgp apt rpm release keyring signed trusted archive cache',
  'primary foreign sort partition routing group index host known strict',
  'registry object dedupe shift alt ctrl arrow',
);

/** Before the word for the secret they say that there is none. */
export const WORDS_BEFORE = words(
  'public pub no non without disable disabled disallow enable enabled allow',
  'use require required ask prompt permit empty nullok min max num number',
  'has is skip validate check',
);

/**
 * Behind the word for the secret they say that something about it is meant: a
 * `TOKEN_URL` is no token.
 */
export const WORDS_BEHIND = words(
  // Where it is, what it is called, what it looks like.
  'file files filename path paths dir directory folder location volume mount',
  'version name names id ids length len size bits bytes strength url urls uri',
  'endpoint host hostname domain server servers port header headers field',
  'param parameter prefix suffix format encoding regex pattern template',
  // How it is used.
  'algorithm algorithms alg algo type types method methods mode scheme',
  'strategy provider providers backend driver plugin plugins module class',
  'policy realm service issuer audience scope scopes source store manager',
  'command cmd prompt label index count limit max min ttl expiry expires',
  'expiration expire lifetime timeout duration interval age rotation refresh',
  'enabled enable disabled disable required optional allowed check checking',
  'validation verification validator authentication login logging usage user',
  'username email stdin ref arn env var through is has support supported',
  // What anybody may know of it.
  'public pub hash sha sha1 sha256 sha512 md5 checksum digest integrity',
  'fingerprint thumbprint signature ring rings keyring',
);

/** Names that no word of them gives away, and their kind of secret. */
export const VENDOR_NAMES: ReadonlyMap<string, 'password' | 'secret'> = new Map(
  [
    // PostgreSQL, sshpass, MySQL, Redis.
    ['PGPASSWORD', 'password'],
    ['SSHPASS', 'password'],
    ['MYSQL_PWD', 'password'],
    ['REDISCLI_AUTH', 'password'],
    // Erlang and what is built with it.
    ['ERLANG_COOKIE', 'secret'],
    ['RABBITMQ_ERLANG_COOKIE', 'secret'],
    ['RELEASE_COOKIE', 'secret'],
    // npm, Composer, Docker, Rails, Django, Laravel.
    ['NPM_AUTH', 'secret'],
    ['_AUTH', 'secret'],
    ['COMPOSER_AUTH', 'secret'],
    ['DOCKER_AUTH_CONFIG', 'secret'],
    ['SECRET_KEY_BASE', 'secret'],
    // Azure Pipelines, GitHub.
    ['AZP_TOKEN', 'secret'],
    ['GITHUB_PAT', 'secret'],
    ['GH_PAT', 'secret'],
    ['GITLAB_PAT', 'secret'],
    ['CR_PAT', 'secret'],
    ['AZURE_DEVOPS_EXT_PAT', 'secret'],
    ['SYSTEM_ACCESSTOKEN', 'secret'],
    ['SENTRY_DSN_SECRET', 'secret'],
  ],
);

/** Endings of words that are written without a gap: `ROOTPASSWORD`. */
export const PASSWORD_ENDINGS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
];

/** Values that say how a thing works and hide nothing. */
export const PLAIN_VALUES = words(
  'true false yes no on off y n none null nil undefined auto automatic default',
  'enabled disabled enable disable required optional inherit read write',
  'read-write readwrite readonly basic bearer digest negotiate ntlm oauth',
  'oauth2 oidc saml ldap jwt mtls tls ssl http https md5 scram-sha-256 trust',
  'peer ident anonymous prompt stdin env file files vault plain text string',
  'bool boolean int integer number object rsa dsa ecdsa ed25519 always never',
  'only without-password prohibit-password password-file keyring',
);

/** A value with one of these in it stands for another one. */
export const PLACEHOLDER_MARKS: readonly string[] = [
  'changeme',
  'change-me',
  'change_me',
  'changethis',
  'change-this',
  'change_this',
  'changeit',
  'replaceme',
  'replace-me',
  'replace_me',
  'replace-with',
  'replace_with',
  'replacethis',
  'placeholder',
  'dummy',
  'example',
  'sample',
  'fake',
  'redacted',
  'your-',
  'your_',
  'insert-',
  'insert_',
  'not-a-real',
  'not_a_real',
  'notreal',
  'buildtime',
  'build-time',
  'build_time',
  'unused',
  'not-used',
  'not_used',
  'xxxxx',
];

/** A value of nothing but such words stands for another one. */
export const PLACEHOLDER_WORDS = words(
  'secret password passwd passphrase pass pw token key apikey test testing',
  'tests todo tbd fixme foo bar baz qux foobar my your mine the a an some any',
  'this that is insert replace here enter fill in set me put value string',
  'something anything whatever nothing abc none not real invalid temp tmp',
  'temporary super very strong long random safe insecure unsafe api db',
  'database user username access private auth client id with goes for to be',
  'only build time default demo',
);
