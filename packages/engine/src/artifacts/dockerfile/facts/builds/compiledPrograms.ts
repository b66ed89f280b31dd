// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { Stage } from '../../stages/stage.ts';
import { baseImage, type BaseImage } from '../base/baseImage.ts';
import { buildTools } from './buildTools.ts';
import {
  toolCalls,
  type ToolCall,
} from '../dependencies/dependencyInstalls.ts';
import { fileMoves, movedPath } from '../files/fileMoves.ts';
import { remember } from '../remember.ts';
import { runCalls } from '../scripts/runCalls.ts';
import { stageChain } from '../stages/stageChain.ts';

/** A program that Go or Cargo compiles, where it lies in its stage. */
export interface CompiledProgram {
  readonly call: ToolCall;
  readonly stage: Stage;
  /** The file, or the folder that it lies in. */
  readonly path: string;
  readonly isFolder: boolean;
  /**
   * The C library that it needs at run time; `unknown` where the image that
   * compiles it is not known.
   */
  readonly linking: 'static' | 'glibc' | 'musl' | 'unknown';
}

/** More programs of one stage are not looked at. */
const MAX_PROGRAMS = 100;

/** The programs that a stage and those that it builds on compile. */
export function compiledPrograms(stage: Stage): readonly CompiledProgram[] {
  return remember(stage, readPrograms);
}

const NONE: readonly CompiledProgram[] = [];

function readPrograms(stage: Stage): readonly CompiledProgram[] {
  const { base } = stage;
  const below = base.kind === 'stage' ? compiledPrograms(base.stage) : [];
  const calls = toolCalls(stage)
    .filter(({ tool }) => tool.name === 'Go' || tool.name === 'Cargo')
    .slice(-MAX_PROGRAMS);
  if (calls.length === 0 && below.length === 0) return NONE;
  const toolchain = toolchainOf(stage);
  const own = calls.flatMap(call => readProgram(call, stage, toolchain));
  const all = [...below, ...own];
  return [...all, ...copiedPrograms(stage, all)].slice(-MAX_PROGRAMS);
}

/** What decides how programs of a stage are linked. */
interface Toolchain {
  readonly base: BaseImage;
  readonly hasCompiler: boolean;
  /** Whether the compiler of Rust is a package of the distribution. */
  readonly hasPackagedRust: boolean;
  /** What `go env -w` has set last. */
  readonly goSettings: ReadonlyMap<string, string>;
}

function toolchainOf(stage: Stage): Toolchain {
  const stages = stageChain(stage);
  const tools = stages.flatMap(buildTools);
  const settings = stages
    .flatMap(toolCalls)
    .filter(({ tool, verbs }) => tool.name === 'Go' && verbs[0] === 'env')
    .flatMap(({ operands }) => operands)
    .flatMap(({ value }): [string, string][] => {
      const equals = value.indexOf('=');
      return equals < 0
        ? []
        : [[value.slice(0, equals), value.slice(equals + 1)]];
    });
  return {
    base: baseImage(stage),
    hasCompiler: tools.some(
      ({ kind, family }) => kind === 'compiler' && family === 'native',
    ),
    hasPackagedRust: tools.some(
      ({ name }) => name === 'rust' || name === 'cargo',
    ),
    goSettings: new Map(settings),
  };
}

/** `cp target/release/app /bin/app`, where the target is a cache mount. */
function copiedPrograms(
  stage: Stage,
  programs: readonly CompiledProgram[],
): CompiledProgram[] {
  if (programs.length === 0) return [];
  return runCalls(stage)
    .flatMap(run => fileMoves(run, 'files'))
    .slice(-MAX_PROGRAMS)
    .flatMap(({ source, target }) => {
      if (target === undefined) return [];
      const program = programs.find(one => holds(one, source));
      return program ? [{ ...program, path: target, isFolder: false }] : [];
    });
}

/** Whether a path is the program, lies in its folder, or has it below itself. */
export function holds(
  { path, isFolder }: CompiledProgram,
  source: string,
): boolean {
  if (movedPath(path, source, '/') !== undefined) return true;
  if (!isFolder || !source.startsWith(`${path}/`)) return false;
  // A name with an ending is rather something else.
  const rest = source.slice(path.length + 1);
  return !rest.includes('.') && !rest.slice(0, -1).includes('/');
}

function readProgram(
  call: ToolCall,
  stage: Stage,
  toolchain: Toolchain,
): CompiledProgram[] {
  const { tool, verbs } = call;
  const [verb = ''] = verbs;
  if (tool.name === 'Go' && (verb === 'build' || verb === 'install')) {
    const linking = goLinking(call, toolchain);
    const found = goOutput(call);
    return linking && found ? [{ call, stage, linking, ...found }] : [];
  }
  if (tool.name === 'Cargo' && tool.build.has(verb)) {
    const linking = rustLinking(call, toolchain);
    const found = rustOutput(call);
    return linking && found ? [{ call, stage, linking, ...found }] : [];
  }
  return [];
}

type Output = Pick<CompiledProgram, 'path' | 'isFolder'>;

function goOutput({
  verbs,
  options,
  folder,
  run,
}: ToolCall): Output | undefined {
  if (verbs[0] === 'install') {
    const own = run.variable('GOBIN')?.value;
    return { path: own || '/go/bin', isFolder: true };
  }
  const output = options.findLast(({ name }) => name === '-o')?.value;
  if (folder === undefined && !output?.startsWith('/')) return undefined;
  if (output === undefined) return { path: folder ?? '/', isFolder: true };
  const path = joinPaths(folder ?? '/', output);
  return /[$`]/.test(path)
    ? undefined
    : { path, isFolder: output.endsWith('/') };
}

/** Undefined where the file does not tell, or another system is meant. */
function goLinking(
  { options, run }: ToolCall,
  { base, hasCompiler, goSettings }: Toolchain,
): CompiledProgram['linking'] | undefined {
  const system = run.variable('GOOS')?.value;
  if (system && !/^(?:linux|\$.*)$/.test(system)) return undefined;
  const flags = [
    ...options.map(({ name, value }) => `${name}=${value ?? ''}`),
    run.variable('GOFLAGS')?.value ?? '',
  ].join(' ');
  if (/-static\b/.test(flags)) return 'static';
  if (/\bnetgo\b/.test(flags) && /\bosusergo\b/.test(flags)) return 'static';
  const variable = run.variable('CGO_ENABLED');
  if (variable && variable.missing.length > 0) return undefined;
  const cgo = variable?.value ?? goSettings.get('CGO_ENABLED');
  const architecture = run.variable('GOARCH');
  const isCross =
    architecture !== undefined &&
    architecture.missing.length === 0 &&
    !/^(?:amd64|\$.*)?$/.test(architecture.value);
  if (cgo === '0' || (!cgo && isCross)) return 'static';
  if (base.kind === 'unknown') return 'unknown';
  if (base.kind === 'scratch') return undefined;
  const { libc, runtime } = base.facts;
  if (libc !== 'glibc' && libc !== 'musl') return undefined;
  if (cgo === '1' || hasCompiler) return libc;
  if (runtime?.name !== 'go') return undefined;
  // Without a C compiler, Go 1.20 and later switch it off by themselves.
  return libc === 'glibc' || isOldGo(runtime.version) ? libc : 'static';
}

function isOldGo(version: string | undefined): boolean {
  const minor = /^1\.(\d+)/.exec(version ?? '')?.[1];
  return minor !== undefined && Number(minor) < 20;
}

function rustLinking(
  { options, run }: ToolCall,
  { base, hasPackagedRust }: Toolchain,
): CompiledProgram['linking'] | undefined {
  const target =
    options.findLast(({ name }) => name === '--target')?.value ??
    run.variable('CARGO_BUILD_TARGET')?.value ??
    '';
  if (/musl/.test(target)) return 'static';
  if (/[$`]/.test(target) || /wasm|none|windows|darwin/.test(target)) {
    return undefined;
  }
  const flags = run.variable('RUSTFLAGS')?.value ?? '';
  if (/\+crt-static/.test(flags)) return 'static';
  if (base.kind === 'unknown') return 'unknown';
  const libc = base.kind === 'known' ? base.facts.libc : undefined;
  if (libc === 'glibc') return libc;
  if (libc !== 'musl') return undefined;
  // Alpine's own compiler and this flag link to the library of the system.
  return hasPackagedRust || /-crt-static/.test(flags) ? 'musl' : 'static';
}

function rustOutput({
  verbs,
  options,
  folder,
  run,
}: ToolCall): Output | undefined {
  const option = (name: string) =>
    options.findLast(one => one.name === name)?.value;
  if (verbs[0] === 'install') {
    const root = option('--root') ?? run.variable('CARGO_HOME')?.value;
    return {
      path: joinPaths(root || '/usr/local/cargo', 'bin'),
      isFolder: true,
    };
  }
  const own = option('--target-dir') ?? run.variable('CARGO_TARGET_DIR')?.value;
  if (folder === undefined) return undefined;
  const target = joinPaths(folder, own || 'target');
  const triple = option('--target') ?? '';
  const release = options.some(
    ({ name }) => name === '--release' || name === '-r',
  );
  const profile = option('--profile') ?? (release ? 'release' : 'debug');
  return { path: joinPaths(target, `./${triple}/${profile}`), isFolder: true };
}
