// SPDX-License-Identifier: Apache-2.0

// Writes the types of openapi.yaml to src/generated/openapi.ts. With --check it
// writes nothing, and exits with 1 when they are out of date.

import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const source = new URL('../openapi.yaml', import.meta.url);
const target = new URL('../src/generated/openapi.ts', import.meta.url);

const generated = astToString(
  await openapiTypescript(source, {
    immutable: true,
    // What has a default may be left out.
    defaultNonNullable: false,
    silent: true,
  }),
);
// What a comment begins with is the description, and TSDoc has no tag for it.
const declarations = generated.replaceAll('@description ', '');
// As the generator writes them: who changes the document needs no formatter.
const wanted = `// SPDX-License-Identifier: Apache-2.0

// Generated from openapi.yaml by \`npm run generate\`; do not edit.

${declarations.replace(/^export /gm, '\n// prettier-ignore\n$&').trim()}
`;

if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
    process.stderr.write(
      'src/generated/openapi.ts is out of date: run `npm run generate` in plugins/hardening-common\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, wanted);
}
