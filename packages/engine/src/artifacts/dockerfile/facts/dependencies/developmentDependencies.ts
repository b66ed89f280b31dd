// SPDX-License-Identifier: Apache-2.0
import type { Expanded } from '../../stages/variables.ts';
import type { CommandOption } from '../scripts/commandLine.ts';
import type { DependencyInstall, ToolCall } from './dependencyInstalls.ts';

/** Whether an install brings what only developers and tests need. */
export type DevelopmentScope =
  | { readonly kind: 'included' | 'excluded' | 'notSeparate' }
  /** Variables without a value decide. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/**
 * Whether an install brings the development dependencies of a project, as its
 * options and the environment tell; `notSeparate` where the tool does not know
 * such dependencies or installs none of a project.
 */
export function developmentScope(install: DependencyInstall): DevelopmentScope {
  const { tool } = install;
  const decide = Object.hasOwn(DECIDE, tool.name)
    ? DECIDE[tool.name]
    : undefined;
  return decide?.(install) ?? { kind: 'notSeparate' };
}

/**
 * Whether a call takes development dependencies away again: `npm prune
 * --omit=dev`, `composer install --no-dev` behind one with them.
 */
export function prunesDevelopment(call: ToolCall): boolean {
  const { tool, verbs } = call;
  const isPrune = tool.ecosystem === 'node' && verbs[0] === 'prune';
  return isPrune && (tool.name === 'npm' || tool.name === 'pnpm')
    ? DECIDE[tool.name]!(call).kind === 'excluded'
    : false;
}

type Decide = (call: ToolCall) => DevelopmentScope;

const INCLUDED: DevelopmentScope = { kind: 'included' };
const EXCLUDED: DevelopmentScope = { kind: 'excluded' };
const NOT_SEPARATE: DevelopmentScope = { kind: 'notSeparate' };

const DECIDE: Readonly<Record<string, Decide>> = {
  npm: call => {
    if (hasValue(call, /^--include$/, /^dev$/)) return INCLUDED;
    if (
      hasValue(call, /^--(?:omit|only)$/, /^(?:dev|prod|production)$/) ||
      isOn(call, /^--prod(?:uction)?$/)
    ) {
      return EXCLUDED;
    }
    if (isOff(call, /^--prod(?:uction)?$/)) return INCLUDED;
    return byVariables(call, NPM_VARIABLES);
  },
  yarn: call => {
    if (isOn(call, /^--prod(?:uction)?$/)) return EXCLUDED;
    if (isOff(call, /^--prod(?:uction)?$/)) return INCLUDED;
    // Yarn 2 and later do not ask for NODE_ENV.
    const isModern =
      call.verbs[0] === 'workspaces focus' || isOn(call, /^--immutable$/);
    return byVariables(call, isModern ? [] : YARN_VARIABLES);
  },
  pnpm: call => {
    if (isOn(call, /^(?:--prod|--production|-P)$/)) return EXCLUDED;
    if (isOff(call, /^--prod(?:uction)?$/)) return INCLUDED;
    // It fills the store, and nothing in the project, unless that is asked for.
    if (call.verbs[0] === 'fetch') return NOT_SEPARATE;
    return byVariables(call, NPM_VARIABLES);
  },
  bun: call =>
    isOn(call, /^(?:--production|-p)$/) || hasValue(call, /^--omit$/, /^dev$/)
      ? EXCLUDED
      : INCLUDED,
  pip: call =>
    requirementFiles(call).some(isDevelopmentName) ||
    call.operands.some(({ value }) => DEVELOPMENT_EXTRA.test(value)) ||
    hasValue(call, /^(?:-e|--editable)$/, DEVELOPMENT_EXTRA) ||
    hasValue(call, /^--group$/, DEVELOPMENT_WORD)
      ? INCLUDED
      : NOT_SEPARATE,
  uv: call => {
    if (call.verbs[0] !== 'sync') return DECIDE.pip!(call);
    if (
      isOn(call, /^--(?:no-dev|no-default-groups|only-group)$/) ||
      hasValue(call, /^--no-group$/, /^dev$/)
    ) {
      return EXCLUDED;
    }
    return byVariables(call, ['UV_NO_DEV', 'UV_NO_DEFAULT_GROUPS']);
  },
  Poetry: call =>
    isOn(call, /^--no-dev$/) ||
    hasValue(call, /^--only$/, /^(?:main|.*prod.*)$/) ||
    hasValue(call, /^--without$/, DEVELOPMENT_WORD)
      ? EXCLUDED
      : INCLUDED,
  Pipenv: call => (isOn(call, /^(?:--dev|-d)$/) ? INCLUDED : EXCLUDED),
  PDM: call =>
    isOn(call, /^(?:--prod|--production|--no-default)$/) ||
    hasValue(call, /^--without$/, DEVELOPMENT_WORD)
      ? EXCLUDED
      : INCLUDED,
  Composer: call => {
    if (isOn(call, /^--no-dev$/)) return EXCLUDED;
    return byVariables(call, ['COMPOSER_NO_DEV']);
  },
  Bundler: call => {
    if (
      isOn(call, /^--deployment$/) ||
      hasValue(call, /^--without$/, DEVELOPMENT_WORD)
    ) {
      return EXCLUDED;
    }
    return byVariables(call, ['BUNDLE_WITHOUT', 'BUNDLE_DEPLOYMENT']);
  },
};

const NPM_VARIABLES = [
  'NODE_ENV',
  'NPM_CONFIG_PRODUCTION',
  'npm_config_production',
  'NPM_CONFIG_OMIT',
  'npm_config_omit',
  'NPM_CONFIG_ONLY',
  'npm_config_only',
];
const YARN_VARIABLES = [
  'NODE_ENV',
  'YARN_PRODUCTION',
  ...NPM_VARIABLES.slice(1, 3),
];

/** Values with which such a variable leaves development dependencies out. */
const LEAVES_OUT =
  /^(?:1|true|yes|on)$|(?:^|[\s:,])(?:dev|development|prod|production)(?:$|[\s:,])/i;

function leavesOut(name: string, { value, missing }: Expanded): boolean {
  if (missing.length > 0) return false;
  return name === 'NODE_ENV' ? value === 'production' : LEAVES_OUT.test(value);
}

function byVariables(
  { run }: ToolCall,
  names: readonly string[],
): DevelopmentScope {
  const missing: string[] = [];
  for (const name of names) {
    const value = run.variable(name);
    if (value && leavesOut(name, value)) return EXCLUDED;
    missing.push(...(value?.missing ?? []));
  }
  return missing.length > 0 ? { kind: 'unknown', missing } : INCLUDED;
}

function isOn({ options }: ToolCall, pattern: RegExp): boolean {
  return options.some(
    ({ name, value }) => pattern.test(name) && value !== 'false',
  );
}

function isOff({ options }: ToolCall, pattern: RegExp): boolean {
  return options.some(
    ({ name, value }) => pattern.test(name) && value === 'false',
  );
}

function hasValue({ options }: ToolCall, name: RegExp, value: RegExp): boolean {
  return options.some(
    option =>
      name.test(option.name) &&
      (option.value ?? '').split(/[\s,:]+/).some(part => value.test(part)),
  );
}

function requirementFiles({ options }: ToolCall): string[] {
  return options.flatMap(({ name, value }: CommandOption) =>
    value !== undefined && REQUIREMENT_OPTION.test(name) ? [value] : [],
  );
}

const REQUIREMENT_OPTION = /^(?:-r|--requirements?)$/;

/** `requirements-dev.txt`, `requirements/test.txt`, `dev-requirements.txt`. */
function isDevelopmentName(path: string): boolean {
  return path
    .split('/')
    .slice(-2)
    .some(part =>
      part.split(/[-_.]/).some(word => DEVELOPMENT_WORD.test(word)),
    );
}

const DEVELOPMENT_WORD =
  /^(?:dev|devel|development|test|tests|testing|lint|linting)$/i;

/** `.[dev]`, `.[test,prod]`. */
const DEVELOPMENT_EXTRA =
  /\[(?:[^\]]*,\s*)?(?:dev|devel|development|test|tests|testing|lint)\s*(?:,[^\]]*)?\]/i;
