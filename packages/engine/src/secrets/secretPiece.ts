// SPDX-License-Identifier: Apache-2.0
import type { TextRange } from '@plimsoll/model';

/** An unbroken part of a secret, on one line. */
export interface SecretPiece extends TextRange {
  /** The id of its kind. */
  readonly kind: string;
}

/** Takes what was found in a logical line: `[start, end)` of its text. */
export type Report = (start: number, end: number, kind: string) => void;

/** The kind of secret that name and form of a value tell together. */
export function kindByName(name: string, value: string): string | undefined {
  if (/^_(?:authToken|auth|password)$/i.test(name)) return 'registry-token';
  if (AWS_NAME.test(name) && /^[A-Za-z0-9/+=]{40}$/.test(value)) {
    return 'aws-secret-access-key';
  }
  const isLogin = name === 'auth' && BASE64.test(value);
  return isLogin && value.length % 4 === 0 ? 'docker-auth' : undefined;
}

const AWS_NAME = /secret_?access_?key|aws_?secret/i;
const BASE64 = /^[A-Za-z0-9+/]{12,}={0,2}$/;
