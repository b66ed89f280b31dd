// SPDX-License-Identifier: Apache-2.0
import { ANNOTATION_PREFIX, HARDENING_ANNOTATIONS } from './annotations';

describe('annotations', () => {
  it('are named after their key', () => {
    for (const [key, name] of Object.entries(HARDENING_ANNOTATIONS)) {
      const kebab = key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
      expect(name).toBe(ANNOTATION_PREFIX + kebab);
    }
  });
});
