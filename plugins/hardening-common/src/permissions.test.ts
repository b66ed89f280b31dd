// SPDX-License-Identifier: Apache-2.0
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { hardeningPermissions } from './permissions';

describe('permissions', () => {
  it('are about entities, so that conditions of the catalog fit', () => {
    expect(hardeningPermissions.map(({ name }) => name)).toEqual([
      'hardening.assessment.read',
      'hardening.source.read',
      'hardening.refresh',
      'hardening.report.upload',
    ]);
    for (const permission of hardeningPermissions) {
      expect(isResourcePermission(permission, 'catalog-entity')).toBe(true);
    }
  });
});
