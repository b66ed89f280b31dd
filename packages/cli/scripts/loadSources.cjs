// SPDX-License-Identifier: Apache-2.0

// Runs the sources of a checkout. They are bundled into one file, which is kept
// until a source changes: to compile some hundred files on the fly at each start
// would take longer than most commands do.

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '../../..');

/** Runs the program in this checkout. */
exports.loadSources = function loadSources() {
  exports.loadBundled({
    root: ROOT,
    entry: path.join(__dirname, '../src/index.ts'),
    cache: path.join(ROOT, 'node_modules/.cache/plimsoll'),
  });
};

/** Runs an entry file below a root, out of the cache where that is possible. */
exports.loadBundled = function loadBundled(place) {
  require(cachedBundle(place) ?? writeBundle(place));
};

/** Undefined when a source has changed since. */
function cachedBundle({ root, cache }) {
  try {
    const inputs = JSON.parse(fs.readFileSync(inputsFile(cache), 'utf8'));
    const bundle = bundleFile(cache, root, inputs);
    return fs.existsSync(bundle) ? bundle : undefined;
  } catch {
    return undefined;
  }
}

/** Where the paths of the files that went into the last bundle stand. */
function inputsFile(cache) {
  return path.join(cache, 'inputs.json');
}

/** Named after its sources as their times and sizes tell them apart. */
function bundleFile(cache, root, inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const { mtimeMs, size } = fs.statSync(path.join(root, input));
    hash.update(`${input}\0${mtimeMs}\0${size}\0`);
  }
  return path.join(cache, `${hash.digest('hex').slice(0, 32)}.cjs`);
}

function writeBundle({ root, entry, cache }) {
  const { buildSync } = require('esbuild');
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outdir: cache,
    write: false,
    metafile: true,
  });
  const loader = path.relative(root, __filename);
  const inputs = [loader, ...Object.keys(metafile.inputs)];
  const bundle = bundleFile(cache, root, inputs);
  fs.mkdirSync(cache, { recursive: true });
  writeAtOnce(bundle, outputFiles[0].contents);
  writeAtOnce(inputsFile(cache), JSON.stringify(inputs));
  removeBundlesBefore(Date.now() - HOUR, cache);
  return bundle;
}

/** Several processes may do the same at the same time. */
function writeAtOnce(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

const HOUR = 3_600_000;

/** Not the last ones: another process may be about to read them. */
function removeBundlesBefore(time, cache) {
  for (const name of fs.readdirSync(cache)) {
    const file = path.join(cache, name);
    const isOld = /\.cjs/.test(name) && fs.statSync(file).mtimeMs < time;
    if (isOld) fs.rmSync(file, { force: true });
  }
}
