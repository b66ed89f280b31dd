// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import { readAlbums } from './albums.js';

const server = createServer(async (request, response) => {
  const send = (code, value) => {
    response.writeHead(code, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  if (request.url === '/healthz') return send(200, { status: 'ok' });
  if (request.url !== '/') return send(404, { error: 'no such page' });
  try {
    return send(200, await readAlbums());
  } catch (error) {
    console.error(error);
    return send(500, { error: 'the albums cannot be read' });
  }
});

server.listen(8080);
process.on('SIGTERM', () => server.close());
