// SPDX-License-Identifier: Apache-2.0
import { run } from './run.ts';

run(process.argv).then(exitCode => {
  process.exitCode = exitCode;
});
