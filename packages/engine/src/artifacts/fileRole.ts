// SPDX-License-Identifier: Apache-2.0
import type { FileRole } from '@plimsoll/model';

/**
 * What lies below a folder of such a name is listed and never counted; `Tests`,
 * `.examples` and `__fixtures__` are such names, too.
 */
const EXCLUDED_FOLDERS = words(
  'test tests testdata e2e fixtures example examples sample samples node_modules vendor',
);

/** Whether a file is for tests, an example, or someone else's. */
export function isExcludedPath(path: string): boolean {
  return foldersOf(path).some(
    folder =>
      folder === '.devcontainer' || EXCLUDED_FOLDERS.has(bareName(folder)),
  );
}

function bareName(folder: string): string {
  return folder
    .replace(/^[._]+/, '')
    .replace(/__$/, '')
    .toLowerCase();
}

const DEVELOPMENT = words(
  'dev devel develop development local test tests testing debug e2e tilt cypress playwright',
);

/** Programs that test others; what their folders hold is for nothing else. */
const TEST_FOLDERS = words('cypress playwright');

/**
 * How much a Dockerfile counts, told by its path from the assessed root: the
 * words of its name, as in `Dockerfile.dev` and `api-test.Dockerfile`, its
 * folder, as in `docker/dev/Dockerfile`, and folders of tools for tests above.
 */
export function roleOfDockerfile(path: string): FileRole {
  if (isExcludedPath(path)) return 'excluded';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folders = foldersOf(path);
  const named = [...name.split(/[._-]/), folders.at(-1) ?? ''];
  const isDevelopment =
    named.some(word => DEVELOPMENT.has(word.toLowerCase())) ||
    folders.some(folder => TEST_FOLDERS.has(folder.toLowerCase()));
  return isDevelopment ? 'development' : 'production';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

function foldersOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}
