// SPDX-License-Identifier: Apache-2.0

/**
 * Files that hold access to something, by their names alone.
 *
 * Sources: the documentation of the AWS, Azure, Google Cloud, Docker, Jenkins,
 * GnuPG, SSH and OpenVPN clients on where they keep it.
 * Basis: knowledge, 2026-11-21.
 */
export const CREDENTIAL_FILES: readonly RegExp[] = [
  /(?:^|\/)\.azure\/(?:accessTokens\.json|azureProfile\.json|msal_token_cache\.(?:json|bin)|service_principal_entries\.(?:json|bin))$/,
  /(?:^|\/)\.docker\/config\.json$/,
  /(?:^|\/)credentials(?:\.(?:json|xml))?$/,
  /(?:^|\/)(?:service[-_]?account|gcp[-_]?credentials|application_default_credentials|client_secret|gha-creds)[^/]*\.json$/,
  /\.ovpn$/,
];

/** Folders that hold nothing else. */
export const CREDENTIAL_FOLDERS: ReadonlySet<string> = new Set([
  '.aws',
  '.azure',
  '.ssh',
  '.gnupg',
  '.kube',
]);

/**
 * Words in the name of a `.pem` or `.key` file that say that anybody may read
 * it: certificates, bundles of them, and keys that check signatures.
 */
export const PUBLIC_KEY_WORDS: ReadonlySet<string> = new Set([
  'ca',
  'cacert',
  'cacerts',
  'cert',
  'certs',
  'certificate',
  'certificates',
  'chain',
  'fullchain',
  'bundle',
  'root',
  'roots',
  'intermediate',
  'trust',
  'trusted',
  'truststore',
  'public',
  'pub',
  'pubkey',
  'gpg',
  'pgp',
  'apt',
  'rpm',
  'repo',
  'repository',
  'repomd',
  'release',
  'archive',
  'keyring',
  'signing',
  'dhparam',
  'dhparams',
  'dh',
]);

/** Names that a pattern has to let out so that it takes no secret. */
export const SAMPLE_SECRETS: readonly string[] = [
  '.env',
  '.env.production',
  '.npmrc',
  '.netrc',
  'id_rsa',
  'id_ed25519',
  'server.key',
  'server.pem',
  'server.p12',
  'server.pfx',
  'release.jks',
  'release.keystore',
  'credentials.json',
  'service-account.json',
  'kubeconfig',
  'client.ovpn',
];
