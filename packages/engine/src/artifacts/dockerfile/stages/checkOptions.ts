// SPDX-License-Identifier: Apache-2.0
import { trimSpace } from '../../../text/characters.ts';
import { quote } from '../../../text/quote.ts';
import type { Directive, Dockerfile } from '../dockerfile.ts';
import { parseBoolean } from './goValues.ts';
import type { Refusal } from './stage.ts';

/** What the build refuses in `# check=skip=…;error=true`. */
export function checkOptions({ directives, text }: Dockerfile): Refusal[] {
  // The reader of these options, unlike the parser, takes no space before `#`.
  const isIndented = ({ start }: Directive) =>
    start > 0 && !/[\n\ufeff]/.test(text[start - 1]!);
  const check = directives.find(
    directive => directive.name === 'check' || isIndented(directive),
  );
  if (check?.name !== 'check' || isIndented(check)) return [];
  const [options = ''] = check.value.split(' ', 1);
  for (const option of splitOptions(trimSpace(options))) {
    const complaint = checkOption(option);
    if (complaint === undefined) continue;
    const { line, start, end } = check;
    const message = `failed to parse check options: ${complaint}`;
    return [{ message, line, start, end, assumes: [] }];
  }
  return [];
}

/** At most three: the third takes the rest. */
function splitOptions(options: string): string[] {
  const [first = '', second, ...rest] = options.split(';');
  if (second === undefined) return options === '' ? [] : [first];
  return rest.length === 0 ? [first, second] : [first, second, rest.join(';')];
}

function checkOption(option: string): string | undefined {
  const equals = option.indexOf('=');
  if (equals < 0) return `invalid check option ${quote(option)}`;
  const name = trimSpace(option.slice(0, equals));
  if (name === 'skip' || name === 'experimental') return undefined;
  if (name !== 'error') return `invalid check option ${quote(name)}`;
  return parseBoolean(trimSpace(option.slice(equals + 1))) === undefined
    ? `failed to parse check option ${quote(option)}`
    : undefined;
}
