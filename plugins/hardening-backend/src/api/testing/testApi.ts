// SPDX-License-Identifier: Apache-2.0
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type AuditorServiceCreateEventOptions,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { judge, type JudgeRequest } from '../../assess/judge';
import { createRouter } from '../router';
import { OpenApiDocument } from './openApiDocument';
import { TestPermissions } from './testPermissions';
import { TestRepositories } from './testRepositories';
import { TestUploads } from './testUploads';

/** An event of the audit log. */
export interface TestAuditEvent extends AuditorServiceCreateEventOptions {
  readonly status: 'succeeded' | 'failed';
}

/** The router in a backend, over a database. */
export class TestApi {
  readonly document = new OpenApiDocument();
  readonly permissions = new TestPermissions();
  readonly auditEvents: TestAuditEvent[] = [];
  readonly logged: string[] = [];
  readonly uploads = new TestUploads();
  readonly repositories: TestRepositories;
  /** Of the API. */
  clockOffsetMilliseconds = 0;
  assess = async (input: JudgeRequest) => judge(input, this.repositories.rules);
  readonly #knex: Knex;
  #backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.repositories = new TestRepositories(knex, this.#logger);
  }

  async start(): Promise<void> {
    const logger = this.#logger;
    this.#backend = await startTestBackend({
      features: [
        this.#plugin(),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => this.permissions,
        }),
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger,
        }),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => ({
            createEvent: async event => ({
              success: async more => this.#note(event, 'succeeded', more),
              fail: async more => this.#note(event, 'failed', more),
            }),
          }),
        }),
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
  }

  /** Where the API answers, for a client. */
  get baseUrl(): string {
    return `http://localhost:${this.#backend!.server.port()}/api/hardening`;
  }

  /** Asks, and holds the answer against the OpenAPI document. */
  async ask(
    method: 'get' | 'post',
    path: string,
    options: {
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<request.Response> {
    const operation = this.document.find(method, path);
    const asked = request(this.#backend!.server)
      [method](`/api/hardening${path}`)
      .set(options.headers ?? {});
    if (Buffer.isBuffer(options.body)) asked.serialize(bytes => bytes);
    const response = await (options.body === undefined
      ? asked
      : asked.send(options.body as object));
    const { status, body } = response;
    const faults = this.document.faultsOf(operation, status, body);
    if (faults.length > 0) {
      throw new Error(
        `${method} ${path} answered ${status}, not as documented: ${faults.join(
          '; ',
        )}: ${JSON.stringify(body).slice(0, 500)}`,
      );
    }
    return response;
  }

  readonly #logger: LoggerService = {
    error: (...all) => this.#log(all),
    warn: (...all) => this.#log(all),
    info: (...all) => this.#log(all),
    debug: (...all) => this.#log(all),
    child: () => this.#logger,
  };

  #log(all: readonly unknown[]): void {
    const texts = all.map(one =>
      one instanceof Error ? one.stack : JSON.stringify(one),
    );
    this.logged.push(texts.join(' '));
  }

  #note(
    event: AuditorServiceCreateEventOptions,
    status: TestAuditEvent['status'],
    more?: { readonly meta?: AuditorServiceCreateEventOptions['meta'] },
  ): void {
    const meta = event.meta && { ...event.meta, ...more?.meta };
    this.auditEvents.push({ ...event, ...(meta && { meta }), status });
  }

  #plugin() {
    return createBackendPlugin({
      pluginId: 'hardening',
      register: env => {
        env.registerInit({
          deps: {
            httpRouter: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
            permissions: coreServices.permissions,
            auditor: coreServices.auditor,
          },
          init: async ({ httpRouter, ...services }) => {
            httpRouter.use(
              createRouter({
                ...services,
                knex: this.#knex,
                requestRefresh: ids => this.repositories.queue.request(ids),
                assessor: { assess: input => this.assess(input) },
                uploads: this.uploads,
                policy: {},
                rules: this.repositories.rules.map(({ info }) => info),
                now: () => Date.now() + this.clockOffsetMilliseconds,
              }),
            );
          },
        });
      },
    });
  }
}
