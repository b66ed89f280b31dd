// SPDX-License-Identifier: Apache-2.0

// What the benchmark compares with: reads {"id", "files"} lines from standard
// input, validates each file with dockerfile-utils, and writes a line for each.
// Plain JavaScript, so that nothing but the library is measured.

const readline = require('node:readline');
const { validate } = require('dockerfile-utils');

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', line => {
  const { id, files } = JSON.parse(line);
  const findings = Object.entries(files).flatMap(([path, text]) =>
    validate(text).map(({ range, severity, code, message }) => ({
      rule: code,
      path,
      line: range.start.line + 1,
      severity,
      message,
    })),
  );
  process.stdout.write(`${JSON.stringify({ id, findings })}\n`);
});
