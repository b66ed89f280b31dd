// SPDX-License-Identifier: Apache-2.0
import { SourceError } from '@plimsoll/plugin-hardening-node';
import type { TestEntity } from './testRepositories';

/** No other file has it, so that it tells where source text comes out. */
export const TELLTALE = 'telltale-of-the-source';

/** Careless: many rules fail, and there are two images. */
export const CARELESS = {
  Dockerfile: `FROM ubuntu:latest
ENV DB_PASSWORD=Tr0ub4dor3x
# ${TELLTALE}
ADD . /app
RUN apt-get update && apt-get install -y curl sudo
RUN curl http://example.test/install.sh | bash
CMD /app/run
`,
  'worker/Dockerfile': `FROM node
COPY . .
RUN npm install
CMD npm start
`,
  'package.json': '{"name":"shop"}',
};

/** An entity in each state, by name. */
export const EXAMPLES: readonly TestEntity[] = [
  {
    name: 'shop',
    title: 'The shop',
    ownerRef: 'group:default/sales',
    systemRef: 'system:default/store',
    tree: CARELESS,
  },
  {
    name: 'tidy',
    ownerRef: 'group:default/sales',
    tree: {
      Dockerfile: `FROM alpine:3.22@sha256:${'a'.repeat(
        64,
      )}\nUSER 10001:10001\nCOPY app /app\nCMD ["/app"]\n`,
      '.dockerignore': '**\n!app\n',
      app: '',
    },
  },
  {
    name: 'library',
    ownerRef: 'group:default/tools',
    tree: { 'package.json': '{}' },
  },
  {
    name: 'forbidden',
    ownerRef: 'group:default/tools',
    tree: new SourceError('forbidden', '"test:forbidden" says 403'),
  },
  {
    name: 'unreachable',
    tree: new SourceError('unreachable', '"test:unreachable" does not answer'),
  },
  { name: 'homeless' },
];

/** The path of an entity in the API. */
export function pathOf(name: string): string {
  return `/entities/component/default/${name}`;
}
