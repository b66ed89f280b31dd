// SPDX-License-Identifier: Apache-2.0
import { joinPaths } from '../../../../text/paths.ts';
import type { Stage } from '../../stages/stage.ts';
import { remember } from '../remember.ts';
import { toolCalls, type ToolCall } from './dependencyInstalls.ts';
import type { PythonSettings } from './pythonFolder.ts';
import { runCalls, type RunCall } from '../scripts/runCalls.ts';

/** What earlier calls have set for the tools that later ones run. */
export class ToolSettings implements PythonSettings {
  readonly environments: Set<string>;
  readonly poetry: Set<string>;
  /** Tools that were told to leave development dependencies out. */
  readonly #production: Set<string>;
  #active: string | undefined;

  /** Those that hold when a stage begins: what its base stages have set. */
  static before({ base }: Stage): ToolSettings {
    return new ToolSettings(
      base.kind === 'stage'
        ? remember(base.stage, ToolSettings.#readAll)
        : undefined,
    );
  }

  static #readAll(stage: Stage): ToolSettings {
    const settings = ToolSettings.before(stage);
    for (const call of toolCalls(stage)) settings.readTool(call);
    for (const run of runCalls(stage)) settings.readRun(run);
    return settings;
  }

  private constructor(base: ToolSettings | undefined) {
    this.environments = new Set(base?.environments);
    this.poetry = new Set(base?.poetry);
    this.#production = new Set(base ? base.#production : []);
  }

  get active(): string | undefined {
    return this.#active;
  }

  /** An environment is active to the end of its script. */
  beginStep(): void {
    this.#active = undefined;
  }

  leavesDevelopmentOut(tool: string): boolean {
    return this.#production.has(tool);
  }

  /** `bundle config set without development`, `npm config set omit dev`. */
  readTool({ tool, verbs, operands }: ToolCall): void {
    const [verb] = verbs;
    if (verb !== 'config' && verb !== 'set') return;
    const words = operands.map(({ value }) => value).join(' ');
    if (PRODUCTION.test(words)) this.#production.add(tool.name);
    if (tool.name === 'Poetry') this.poetry.add(words);
  }

  /** `python -m venv /venv`, `. /venv/bin/activate`. */
  readRun(run: RunCall): void {
    const { program, args } = run;
    if (!ENVIRONMENT_PROGRAMS.has(program)) return;
    const operand = args.findLast(
      ({ value, isDynamic }) => !isDynamic && !value.startsWith('-'),
    )?.value;
    if (operand === undefined) return;
    const { folder = '/' } = run;
    if (program === '.' || program === 'source') {
      const path = /^(.*)\/bin\/activate$/.exec(operand)?.[1];
      if (path !== undefined) this.#active = joinPaths(folder, path);
    } else if (program === 'venv' || program === 'virtualenv') {
      this.environments.add(joinPaths(folder, operand));
    } else if (program === 'uv' && args[0]?.value === 'venv') {
      const path = args.length > 1 && operand !== 'venv' ? operand : '.venv';
      this.environments.add(joinPaths(folder, path));
    }
  }
}

const ENVIRONMENT_PROGRAMS = new Set([
  '.',
  'source',
  'venv',
  'virtualenv',
  'uv',
]);

const PRODUCTION =
  /\bwithout\b.*\bdev|\bdeployment\s+(?:true|1)|\bproduction\s+(?:true|1)|\bomit\s+dev|^\S*without=.*dev/;
