// SPDX-License-Identifier: Apache-2.0

// npm start: shows how Plimsoll reads each Dockerfile below examples/.

import fs from 'node:fs';
import path from 'node:path';
import { main, prepare, root, run } from './toolchain.mjs';

await main(async () => {
  const env = await prepare();
  const dockerfiles = fs
    .readdirSync(path.join(root, 'examples'), { recursive: true })
    .filter(file => /^Dockerfile(\..+)?$/.test(path.basename(file)))
    .map(file => path.join('examples', file))
    .sort();

  console.log(`Plimsoll reads ${dockerfiles.length} Dockerfiles of examples/`);
  for (const file of dockerfiles) {
    console.log(`\n── ${file} ──`);
    const code = await run(
      'node',
      ['packages/cli/bin/plimsoll', 'ast', file],
      env,
    );
    // 1 says that Docker would refuse the file, as one example shows.
    if (code > 1) return code;
  }
  return 0;
});
