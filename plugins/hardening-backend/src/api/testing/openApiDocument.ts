// SPDX-License-Identifier: Apache-2.0
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import addFormats from 'ajv-formats';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A parameter of the document, as far as tests look at it. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly type?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly maxLength?: number;
    readonly enum?: readonly string[];
    readonly maxItems?: number;
    readonly items?: { readonly enum?: readonly string[] };
  };
}

/** An operation of the document. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DocumentedParameter[];
}

interface Json {
  readonly [key: string]: unknown;
}

const ID = 'openapi.yaml';
const METHODS = ['get', 'post'];

/** Holds answers against `openapi.yaml`; what it does not name must not occur. */
export class OpenApiDocument {
  readonly operations: readonly DocumentedOperation[];
  readonly #paths: Record<string, Record<string, Json>>;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    const file = resolvePackagePath('@plimsoll/plugin-hardening-common', ID);
    const document = parse(readFileSync(file, 'utf8'));
    this.#paths = document.paths;
    this.operations = Object.entries(this.#paths).flatMap(([path, item]) =>
      METHODS.filter(method => item[method]).map(method => ({
        id: String(item[method]!.operationId),
        method,
        path,
        parameters: [item.parameters, item[method]!.parameters]
          .flatMap(list => (list ?? []) as Json[])
          .map(one => follow(document, one) as DocumentedParameter),
      })),
    );
    addFormats(this.#ajv);
    this.#ajv.addSchema({ $id: ID, ...close(document) });
  }

  /** The operation that a request is for. */
  find(method: string, url: string): DocumentedOperation {
    const [path = ''] = url.split('?');
    const found = this.operations.find(
      one =>
        one.method === method.toLowerCase() &&
        new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    if (!found) throw new Error(`No operation is documented for ${url}`);
    return found;
  }

  /** What is wrong with an answer; empty when it is as documented. */
  faultsOf(
    { method, path }: DocumentedOperation,
    status: number,
    body: unknown,
  ): readonly string[] {
    const responses = this.#paths[path]![method]!.responses as Record<
      string,
      Json
    >;
    const response = responses[status];
    if (!response) return [`status ${status} is not documented`];
    if (status === 304) return [];
    const content = response.content as Json | undefined;
    // A text has no shape.
    if (content?.['text/csv']) return [];
    const pointer = ['paths', path, method, 'responses', String(status)];
    const at =
      typeof response.$ref === 'string'
        ? response.$ref
        : `#/${encode(pointer)}`;
    const ref = `${ID}${at}/content/application~1json/schema`;
    let validate = this.#validators.get(ref);
    if (!validate) {
      validate = this.#ajv.compile({ $ref: ref });
      this.#validators.set(ref, validate);
    }
    if (validate(body)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** Puts what it points to in place of each reference. */
function follow(document: Json, node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(one => follow(document, one));
  const { $ref } = node as Json;
  if (typeof $ref === 'string') {
    const path = $ref.slice(2).split('/');
    const target = path.reduce<unknown>(
      (at, key) => (at as Json)[key],
      document,
    );
    return follow(document, target);
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, follow(document, value)]),
  );
}

function encode(pointer: readonly string[]): string {
  return pointer
    .map(part => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');
}

/** Allows no properties but those that are named. Errors may say more. */
function close(node: Json, name = ''): Json {
  if (name === 'ErrorBody') return node;
  const closed = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      Array.isArray(value) || typeof value !== 'object' || value === null
        ? value
        : close(value as Json, key),
    ]),
  );
  return node.type === 'object' && node.additionalProperties === undefined
    ? { ...closed, additionalProperties: false }
    : closed;
}
