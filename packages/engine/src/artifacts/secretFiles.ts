// SPDX-License-Identifier: Apache-2.0
import { findSecrets } from '../secrets/findSecrets.ts';
import { isExcludedPath } from './fileRole.ts';
import type { SourceFile } from './sourceFile.ts';

/**
 * Whether a file of the repository holds a secret, told by its name and, where
 * a name says too little and the file was read, by its text. Examples, public
 * keys and files for tests hold none.
 */
export function isSecretFile({ path, text }: SourceFile): boolean {
  if (!hasSecretName(path)) return false;
  const isTold = text === undefined || !MAYBE.test(path);
  return isTold || findSecrets(text).length > 0;
}

/** Whether the text of a file has to be read to tell. */
export function isReadForSecrets(path: string): boolean {
  return MAYBE.test(path) && hasSecretName(path);
}

function hasSecretName(path: string): boolean {
  const isSecret = MAYBE.test(path) || CERTAIN.test(path);
  return (
    isSecret &&
    !PUBLIC.test(path) &&
    !EXAMPLE_FOLDER.test(path) &&
    !isExcludedPath(path)
  );
}

/** Settings without any secret and public keys have such names as well. */
const MAYBE = /(?:^|\/)\.(?:env(?:\.[^/]*)?|npmrc|yarnrc)$|\.(?:pem|key)$/;

const CERTAIN =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[._]netrc|\.pypirc|\.git-credentials|kubeconfig|\.aws\/credentials|\.kube\/config)$|\.(?:p12|pfx|jks|keystore|ppk|kdbx)$/;

/** `.env.example` and the like; `.env.vault` is encrypted. */
const PUBLIC =
  /\.(?:example|sample|template|tmpl|tpl|dist|defaults?|schema|vault|enc|test)$/;

/** Beside the folders that are excluded altogether. */
const EXAMPLE_FOLDER =
  /(?:^|\/)(?:example|sample|demo|mocks?|corpus|testing|test[-_][^/]*|__[^/]*__)\//;
