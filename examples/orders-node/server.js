// SPDX-License-Identifier: Apache-2.0
const http = require('node:http');

const orders = [{ id: 1, item: 'rope', count: 3 }];

http
  .createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(orders));
  })
  .listen(process.env.PORT);
