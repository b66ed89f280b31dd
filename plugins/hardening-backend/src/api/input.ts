// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Takes what a caller sent as the schema says.
 *
 * @param what - for the message: "query"
 * @throws InputError - naming the place, never the value
 */
export function parseInput<T>(
  what: string,
  schema: z.ZodType<T, unknown>,
  input: unknown,
): T {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const places = error.issues.map(({ path, message }) =>
    path.length > 0 ? `"${path.join('.')}": ${message}` : message,
  );
  throw new InputError(`The ${what} is wrong: ${places.join('; ')}`);
}

/** A whole number of a query. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number is expected')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** A parameter of a query that may be repeated. */
export function listOf<T extends string>(items: readonly T[]) {
  return z.preprocess(
    value => (value === undefined ? undefined : [value].flat()),
    z.array(z.enum(items)).max(items.length).optional(),
  );
}

/** A text of a query. */
export function textUpTo(length: number) {
  return z.string().min(1).max(length);
}

/** A path within a folder. */
export const relativePath = z
  .string()
  .min(1)
  .max(1024)
  .refine(
    path => path.split('/').every(part => part !== '' && !/^\.\.?$/.test(part)),
    'a path is relative, with slashes, and without "." and ".." in it',
  );

/** A reference to an entity, brought to its full form. */
export function entityRef(defaultKind: string) {
  return textUpTo(400).transform((text, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
      );
    } catch {
      context.addIssue('an entity reference is expected');
      return z.NEVER;
    }
  });
}

/** What every list takes. */
export const PAGE = {
  limit: wholeNumber(1, 100).default(50),
  cursor: textUpTo(400).optional(),
};
