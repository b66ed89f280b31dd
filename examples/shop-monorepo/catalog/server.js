// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parse } from 'yaml';

const file = new URL('products.yaml', import.meta.url);
const products = parse(readFileSync(file, 'utf8'));

function answer(url) {
  if (url === '/healthz') return { status: 'ok' };
  if (url === '/products') return products;
  return products.find(({ id }) => url === `/products/${id}`);
}

const server = createServer((request, response) => {
  const found = answer(request.url);
  response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(found ?? { error: 'no such page' }));
});

server.listen(process.env.PORT ?? 3000);
process.on('SIGTERM', () => server.close());
