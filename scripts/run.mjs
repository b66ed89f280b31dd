// SPDX-License-Identifier: Apache-2.0

// node scripts/run.mjs <command> [arguments]
// Runs one of the project's tools, after fetching and installing what is
// missing. The scripts of package.json go through here, so each of them works
// right after a clone. The command `yarn` installs nothing first: that is how
// dependencies are changed on a machine without Yarn.

import { main, prepare, run, runYarn } from './toolchain.mjs';

const [command, ...args] = process.argv.slice(2);

await main(async () =>
  command === 'yarn'
    ? runYarn(args, await prepare({ install: false }))
    : run(command, args, await prepare()),
);
