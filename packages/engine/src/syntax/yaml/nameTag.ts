// SPDX-License-Identifier: Apache-2.0
import type { DirectiveEvent } from './yamlEvents.ts';

/** What `!!` stands for, unless a directive tells otherwise. */
export const CORE_PREFIX = 'tag:yaml.org,2002:';

/** What the handles of a document stand for, as its directives tell. */
export function tagHandles(
  directives: readonly DirectiveEvent[],
): ReadonlyMap<string, string> {
  const handles = new Map([['!!', CORE_PREFIX]]);
  for (const directive of directives) {
    if (directive.kind === 'tag') {
      handles.set(directive.handle, directive.prefix);
    }
  }
  return handles;
}

/** The full name of a tag: YAML 1.2, section 6.8.2. */
export function nameTag(
  written: string,
  handles: ReadonlyMap<string, string>,
): string {
  if (written.startsWith('!<')) return written.slice(2, -1);
  const handle = /^!(?:[0-9A-Za-z-]*!)?/.exec(written)?.[0] ?? '!';
  return (handles.get(handle) ?? handle) + written.slice(handle.length);
}
