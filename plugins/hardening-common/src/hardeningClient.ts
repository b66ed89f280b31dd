// SPDX-License-Identifier: Apache-2.0
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { paths } from './generated/openapi';
import type {
  EntityRef,
  HardeningApi,
  HardeningRequestOptions,
  ReportFile,
} from './hardeningApi';
import type { PreviewRequest, QueryOf } from './types';

/**
 * What the client stands on; the services of the same names fit.
 *
 * @public
 */
export interface HardeningClientOptions {
  readonly discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly fetchApi: { fetch: typeof fetch };
}

/**
 * Asks the hardening backend.
 *
 * @public
 */
export class HardeningClient implements HardeningApi {
  readonly #options: HardeningClientOptions;

  constructor(options: HardeningClientOptions) {
    this.#options = options;
  }

  getEntitySummary(entity: EntityRef, options?: HardeningRequestOptions) {
    const path = partsOf(entity);
    return this.#send('get', ENTITY, { path }, options);
  }

  getAssessment(
    entity: EntityRef,
    {
      scope,
      ...options
    }: HardeningRequestOptions & QueryOf<'getAssessment'> = {},
  ) {
    const path = partsOf(entity);
    const query = { scope };
    return this.#send('get', `${ENTITY}/assessment`, { path, query }, options);
  }

  listFindings(
    entity: EntityRef,
    query?: QueryOf<'listFindings'>,
    options?: HardeningRequestOptions,
  ) {
    const path = partsOf(entity);
    return this.#send('get', `${ENTITY}/findings`, { path, query }, options);
  }

  getExcerpt(
    entity: EntityRef,
    fingerprint: string,
    options?: HardeningRequestOptions,
  ) {
    return this.#send(
      'get',
      `${ENTITY}/findings/{fingerprint}/excerpt`,
      { path: { ...partsOf(entity), fingerprint } },
      options,
    );
  }

  getHistory(
    entity: EntityRef,
    query?: QueryOf<'getHistory'>,
    options?: HardeningRequestOptions,
  ) {
    const path = partsOf(entity);
    return this.#send('get', `${ENTITY}/history`, { path, query }, options);
  }

  listChanges(
    entity: EntityRef,
    query?: QueryOf<'listChanges'>,
    options?: HardeningRequestOptions,
  ) {
    const path = partsOf(entity);
    return this.#send('get', `${ENTITY}/changes`, { path, query }, options);
  }

  refreshEntity(entity: EntityRef, options?: HardeningRequestOptions) {
    const path = partsOf(entity);
    return this.#send('post', `${ENTITY}/refresh`, { path }, options);
  }

  listReports(
    entity: EntityRef,
    query?: QueryOf<'listReports'>,
    options?: HardeningRequestOptions,
  ) {
    const path = partsOf(entity);
    return this.#send('get', `${ENTITY}/reports`, { path, query }, options);
  }

  uploadReport(
    entity: EntityRef,
    { body, contentType = 'application/json' }: ReportFile,
    query?: QueryOf<'uploadReport'>,
    options?: HardeningRequestOptions,
  ) {
    return this.#send(
      'post',
      `${ENTITY}/reports`,
      { path: partsOf(entity), query, body: new RawBody(body, contentType) },
      options,
    );
  }

  listScorecards(
    query?: QueryOf<'listScorecards'>,
    options?: HardeningRequestOptions,
  ) {
    return this.#send('get', '/scorecards', { query }, options);
  }

  async exportScorecards(
    query: QueryOf<'exportScorecards'> = {},
    options?: HardeningRequestOptions,
  ) {
    const parts = { query };
    const response = await this.#request(
      'get',
      '/scorecards/export',
      parts,
      options,
    );
    return response.blob();
  }

  getScorecardOverview(
    query?: QueryOf<'getScorecardOverview'>,
    options?: HardeningRequestOptions,
  ) {
    return this.#send('get', '/scorecards/overview', { query }, options);
  }

  getRollup(query?: QueryOf<'getRollup'>, options?: HardeningRequestOptions) {
    return this.#send('get', '/scorecards/rollup', { query }, options);
  }

  listRules(options?: HardeningRequestOptions) {
    return this.#send('get', '/rules', {}, options);
  }

  getRule(id: string, options?: HardeningRequestOptions) {
    const [area = '', rule = ''] = id.split('/');
    const path = { area, rule };
    return this.#send('get', '/rules/{area}/{rule}', { path }, options);
  }

  preview(request: PreviewRequest, options?: HardeningRequestOptions) {
    return this.#send('post', '/preview', { body: request }, options);
  }

  async #send<M extends Method, P extends PathOf<M>>(
    method: M,
    template: P,
    parts: RequestParts<paths[P][M]>,
    options?: HardeningRequestOptions,
  ): Promise<AnswerOf<paths[P][M]>> {
    return (await this.#request(method, template, parts, options)).json();
  }

  async #request(
    method: Method,
    template: string,
    { path = {}, query = {}, body }: AnyParts,
    { signal, token }: HardeningRequestOptions = {},
  ): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const base = await discoveryApi.getBaseUrl('hardening');
    const raw = body === undefined ? undefined : rawBodyOf(body);
    const response = await fetchApi.fetch(
      `${base}${fillPath(template, path)}${queryString(query)}`,
      {
        method: method.toUpperCase(),
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(raw && { 'Content-Type': raw.contentType }),
        },
        ...(raw && { body: raw.body }),
        ...(signal && { signal }),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

/** A body that is sent as it is. */
class RawBody {
  readonly body: BodyInit;
  readonly contentType: string;

  constructor(body: ReportFile['body'], contentType: string) {
    this.body = body as BodyInit;
    this.contentType = contentType;
  }
}

function rawBodyOf(body: unknown): RawBody {
  return body instanceof RawBody
    ? body
    : new RawBody(JSON.stringify(body), 'application/json');
}

const ENTITY = '/entities/{kind}/{namespace}/{name}';

type Method = 'get' | 'post';

/** The paths that have an operation of a method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: object } ? P : never;
}[keyof paths];

/** What a request to an operation consists of. */
type RequestParts<O> = (O extends { parameters: { path: infer Path } }
  ? { readonly path: Path }
  : object) &
  (O extends { parameters: { query?: infer Query } }
    ? { readonly query?: Query | undefined }
    : object) &
  (O extends { requestBody: { content: { 'application/json': infer Body } } }
    ? { readonly body: Body }
    : object);

/** The same, whatever the operation. */
interface AnyParts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: unknown;
}

type QueryValue = string | number | readonly string[] | undefined;

/** What an operation answers when all is well. */
type AnswerOf<O> = O extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Responses[Status] extends {
            content: { 'application/json': infer Answer };
          }
          ? Answer
          : never
        : never;
    }[keyof Responses]
  : never;

function partsOf(entity: EntityRef) {
  const { kind, namespace, name } =
    typeof entity === 'string' ? parseEntityRef(entity) : entity;
  return { kind, namespace, name };
}

function fillPath(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values[name]!),
  );
}

/** What is undefined is left out; lists repeat their name. */
function queryString(query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value ?? []].flat()) search.append(name, String(item));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
