// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';

/** A tree of files: the text of its Markdown, and whether a path exists. */
export type Tree = {
  markdown: ReadonlyMap<string, string>;
  exists: (file: string) => boolean;
};

/** The links in the tree that lead nowhere, as `file:line: what is wrong`. */
export function brokenLinks({ markdown, exists }: Tree): string[] {
  return [...markdown].flatMap(([file, text]) =>
    linksOf(text).flatMap(({ line, target }) => {
      const [page = '', anchor] = target.split('#');
      const linked = page === '' ? file : resolve(file, decodeURI(page));
      if (!exists(linked)) return [`${file}:${line}: no file ${linked}`];
      const linkedText = markdown.get(linked);
      if (!anchor || linkedText === undefined) return [];
      if (anchorsOf(linkedText).has(anchor)) return [];
      return [`${file}:${line}: no heading #${anchor} in ${linked}`];
    }),
  );
}

function resolve(from: string, target: string): string {
  return target.startsWith('/')
    ? target.slice(1)
    : path.posix.join(path.posix.dirname(from), target);
}

/** Links that stay in the tree: `[text](target)` and `[name]: target`. */
function linksOf(text: string): { line: number; target: string }[] {
  const link =
    /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|^\s*\[[^\]^]+\]: <?(\S+?)>?$/g;
  return proseLines(text).flatMap((prose, index) =>
    [...prose.replace(/`[^`]*`/g, '').matchAll(link)]
      .map(match => match[1] ?? match[2] ?? '')
      .filter(target => !/^[a-z][a-z+.-]*:/i.test(target))
      .map(target => ({ line: index + 1, target })),
  );
}

/** The anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const prose of proseLines(text)) {
    for (const [, id = ''] of prose.matchAll(/<a (?:id|name)="([^"]+)"/g)) {
      anchors.add(id);
    }
    const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(prose)?.[1];
    if (heading === undefined) continue;
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let unique = anchor;
    for (let n = 1; anchors.has(unique); n++) unique = `${anchor}-${n}`;
    anchors.add(unique);
  }
  return anchors;
}

/** The lines of a text, those of fenced code empty. */
function proseLines(text: string): string[] {
  let fence: string | undefined;
  return text.split(/\r?\n/).map(line => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) return fence === undefined ? line : '';
    if (fence === undefined) fence = mark;
    else if (mark.startsWith(fence)) fence = undefined;
    return '';
  });
}
