// SPDX-License-Identifier: Apache-2.0
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of the permissions that are about an entity. It is the
 * catalog's own: policies that decide by owner or by annotation, with the
 * catalog's conditions, decide about the hardening of an entity too.
 */
const CATALOG_ENTITY = 'catalog-entity';

/**
 * To see the hardening of an entity: score, findings, history. Rules and
 * previews are for whoever may see it of some entity.
 *
 * @public
 */
export const hardeningAssessmentReadPermission = createPermission({
  name: 'hardening.assessment.read',
  attributes: { action: 'read' },
  resourceType: CATALOG_ENTITY,
});

/**
 * To see lines of an entity's files, secrets masked.
 *
 * @public
 */
export const hardeningSourceReadPermission = createPermission({
  name: 'hardening.source.read',
  attributes: { action: 'read' },
  resourceType: CATALOG_ENTITY,
});

/**
 * To have the repository of an entity read again.
 *
 * @public
 */
export const hardeningRefreshPermission = createPermission({
  name: 'hardening.refresh',
  attributes: { action: 'update' },
  resourceType: CATALOG_ENTITY,
});

/**
 * To send scan reports of an entity. Which entities a sender may send them for is
 * configuration of the backend besides.
 *
 * @public
 */
export const hardeningReportUploadPermission = createPermission({
  name: 'hardening.report.upload',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY,
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const hardeningPermissions = [
  hardeningAssessmentReadPermission,
  hardeningSourceReadPermission,
  hardeningRefreshPermission,
  hardeningReportUploadPermission,
];
