// SPDX-License-Identifier: Apache-2.0

/**
 * What stands behind a row or a table of knowledge:
 *
 * - `repository`: the Dockerfiles or data files of the project that makes the
 *   thing were read, in a copy of its repository.
 * - `publisher`: a page of documentation by whoever publishes it was read.
 * - `collection`: somebody else's collection of what publishers say, whose data
 *   files were compared with the row.
 * - `knowledge`: nothing was opened. Such a row says nothing from which a rule
 *   could take comfort.
 */
export type Basis = 'repository' | 'publisher' | 'collection' | 'knowledge';

/** Every basis, for tests and documents. */
export const BASES: readonly Basis[] = [
  'repository',
  'publisher',
  'collection',
  'knowledge',
];
