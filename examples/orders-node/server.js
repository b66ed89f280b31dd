// SPDX-License-Identifier: Apache-2.0
const express = require('express');

const orders = [{ id: 1, item: 'rope', count: 3 }];

const app = express();
app.use(express.json());
app.get('/orders', (_request, response) => response.json(orders));
app.post('/orders', (request, response) => {
  const order = { id: orders.length + 1, ...request.body };
  orders.push(order);
  response.status(201).json(order);
});
app.listen(process.env.PORT);
