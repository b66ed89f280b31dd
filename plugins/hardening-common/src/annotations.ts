// SPDX-License-Identifier: Apache-2.0

/**
 * What the names of all annotations begin with.
 *
 * @public
 */
export const ANNOTATION_PREFIX = 'plimsoll.dev/';

/**
 * The annotations by which an entity tells where its evidence is. The list is
 * closed: any other name with the prefix is a mistake.
 *
 * @public
 */
export const HARDENING_ANNOTATIONS = {
  /** Dockerfiles, where they have other names than usual; a comma list. */
  dockerfile: 'plimsoll.dev/dockerfile',
  /** Image references that are built from the sources; a comma list. */
  image: 'plimsoll.dev/image',
  /** Files and folders of what runs the containers; a comma list. */
  manifests: 'plimsoll.dev/manifests',
  /** The profile of the organisation's policy that applies. */
  profile: 'plimsoll.dev/profile',
  /** The golden template that created the sources. */
  template: 'plimsoll.dev/template',
  /** The version of that template. */
  templateVersion: 'plimsoll.dev/template-version',
  /** How sensitive the data is that is worked on. */
  dataClassification: 'plimsoll.dev/data-classification',
} as const;
