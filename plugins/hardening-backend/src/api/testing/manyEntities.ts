// SPDX-License-Identifier: Apache-2.0
import type { TestEntity } from './testRepositories';

/** Entities with and without a score, and with many scores that are equal. */
export function manyEntities(count: number): readonly TestEntity[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `e${(index * 7919) % 1000}`,
    ownerRef: index % 11 === 0 ? undefined : `group:default/g${index % 17}`,
    systemRef: index % 3 === 0 ? undefined : `system:default/s${index % 5}`,
    tree: index % 9 === 0 ? undefined : treeOf(index % 8),
  }));
}

function treeOf(variant: number): Readonly<Record<string, string>> {
  if (variant === 0) return { 'README.md': '' };
  const lines = [
    'USER 10001',
    'HEALTHCHECK CMD ["/app"]',
    `ENV DB_PASSWORD=${'Tr0ub4dor3x'}`,
    'RUN curl http://example.test | bash',
    'ADD http://example.test/a /a',
    'EXPOSE 22',
  ];
  const tag = variant % 2 === 0 ? 'latest' : '3.22';
  return {
    Dockerfile: `FROM alpine:${tag}\n${lines.slice(variant - 1).join('\n')}\n`,
    '.dockerignore': '.git\n.env\n',
  };
}
