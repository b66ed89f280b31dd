// SPDX-License-Identifier: Apache-2.0

/** Lower case words with hyphens: `apt-get-not-apt`. */
export const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * The names that the constant of a rule may have: its slug, with its area in
 * front where the slug alone says too little (`dockerignorePresent`).
 */
export function constantNames(id: string): string[] {
  const [area = '', slug = ''] = id.split('/');
  return [camelCase(slug), camelCase(`${area}-${slug}`)];
}

function camelCase(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
