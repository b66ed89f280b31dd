// SPDX-License-Identifier: Apache-2.0
import {
  hardeningExtensionPoint,
  SourceError,
  type SourceErrorClass,
} from './index';

// What the backend does with what is added is tested there.

describe('hardeningExtensionPoint', () => {
  it('has the id by which modules of other packages find it', () => {
    expect(hardeningExtensionPoint.id).toBe('hardening.extensions');
  });
});

describe('SourceError', () => {
  it.each<SourceErrorClass>(['not-found', 'malformed'])(
    'tells what it means, and what caused it: %s',
    errorClass => {
      const cause = new Error('404');
      const error = new SourceError(errorClass, 'no repository', { cause });
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({
        name: 'SourceError',
        message: 'no repository',
        errorClass,
        cause,
      });
    },
  );
});
