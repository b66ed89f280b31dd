// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PLANTED_SECRETS } from '../../packages/engine/src/testing/plantedSecrets';

/** Components that only tests need, by what they are for. */
export const TEST_COMPONENTS = {
  /** Its Dockerfile is edited. */
  edited: 'test-edited',
  /** Its folder goes away. */
  adrift: 'test-adrift',
  /** More than five hundred findings. */
  crowded: 'test-crowded',
  /** One finding. */
  tidy: 'test-tidy',
  /** A secret in each of its Dockerfiles. */
  planted: 'test-planted',
} as const;

const CROWDED_DOCKERFILES = 60;

/** Everything is in order, but that nobody asks how it is. */
const TIDY_DOCKERFILE = `FROM scratch
COPY main /main
USER 10001
ENTRYPOINT ["/main"]
`;

/**
 * Writes the components below a copy of the examples.
 *
 * @returns their descriptions, for the catalog
 */
export function writeTestComponents(folder: string): readonly string[] {
  const { edited, adrift, crowded, tidy, planted } = TEST_COMPONENTS;
  const copy = (example: string, name: string) =>
    cpSync(path.join(folder, example), path.join(folder, name), {
      recursive: true,
    });
  copy('orders-node', edited);
  copy('ledger-python', adrift);
  copy('shop-monorepo/checkout', tidy);
  write(path.join(folder, tidy, 'Dockerfile'), TIDY_DOCKERFILE);
  write(path.join(folder, tidy, '.dockerignore'), '*\n!main.go\n!go.mod\n');
  for (let number = 1; number <= CROWDED_DOCKERFILES; number += 1)
    copy(
      'orders-node/Dockerfile',
      `${crowded}/service-${String(number).padStart(2, '0')}/Dockerfile`,
    );
  PLANTED_SECRETS.forEach(({ dockerfile }, index) =>
    write(path.join(folder, planted, `${index}/Dockerfile`), dockerfile),
  );
  return Object.values(TEST_COMPONENTS).map(name => {
    const file = path.join(folder, name, 'catalog-info.yaml');
    write(file, JSON.stringify(describe(name)));
    return file;
  });
}

function describe(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
  };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
