// SPDX-License-Identifier: Apache-2.0
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostKind } from '../locateTree';

/** What the stub answers to a request for an archive. */
export type ArchiveAnswer = (response: ServerResponse) => void;

/** A host of repositories on this machine, as far as the readers ask it. */
export class HostStub {
  commit = '0123456789abcdef0123456789abcdef01234567';
  archive: ArchiveAnswer = response => response.end();
  /** Asked for before the archive; answers for itself when it returns true. */
  before: (response: ServerResponse) => boolean = () => false;
  /** Paths that were asked for. */
  readonly requests: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url!, this.origin);
      this.requests.push(url.pathname);
      if (/tarball|archive|\/items$/.test(url.pathname)) this.archive(response);
      else if (!this.before(response)) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(this.#facts(url)));
      }
    });
  }

  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  /** Backstage's own reader, and what knows the host. */
  integrate(kind: HostKind): {
    urlReader: UrlReaderService;
    integrations: ScmIntegrations;
  } {
    const { origin } = this;
    const host = new URL(origin).host;
    const apis: Partial<Record<HostKind, object>> = {
      github: { apiBaseUrl: `${origin}/api/v3` },
      gitlab: { apiBaseUrl: `${origin}/api/v4`, baseUrl: origin },
      gitea: { baseUrl: origin },
      bitbucketServer: { apiBaseUrl: `${origin}/rest/api/1.0` },
    };
    const config = new ConfigReader({
      integrations: { [kind]: [{ host, ...apis[kind] }] },
    });
    const logger = mockServices.logger.mock();
    return {
      urlReader: UrlReaders.default({ config, logger }),
      integrations: ScmIntegrations.fromConfig(config),
    };
  }

  #facts({ pathname }: URL): object {
    const { commit, origin } = this;
    if (pathname.endsWith('/status')) {
      const archive_url = `${origin}/api/v3/repos/o/r/{archive_format}{/ref}`;
      return { sha: commit, repository: { archive_url } };
    }
    if (pathname.includes('/api/v4/') && pathname.endsWith('/commits')) {
      return [{ id: commit }];
    }
    if (pathname.endsWith('/commits')) return { value: [{ commitId: commit }] };
    if (pathname.endsWith('/branches')) {
      const values = [{ displayId: 'main', latestCommit: commit }];
      return { size: 1, values };
    }
    const branch = 'main';
    return {
      sha: commit,
      default_branch: branch,
      displayId: branch,
      latestCommit: commit,
    };
  }
}
