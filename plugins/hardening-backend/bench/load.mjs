// SPDX-License-Identifier: Apache-2.0

// Runs in a worker thread: asks for addresses, one after the other over one
// connection, and says how long each took.

import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { headers } = workerData;

const ask = (url, agent) =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    http
      .get(url, { agent, headers }, response => {
        let bytes = 0;
        response.on('data', chunk => {
          bytes += chunk.length;
        });
        response.on('end', () => {
          if (response.statusCode === 200) {
            resolve({ milliseconds: performance.now() - begin, bytes });
          } else reject(new Error(`${url} answered ${response.statusCode}`));
        });
      })
      .on('error', reject);
  });

parentPort.on('message', async ({ urls }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const answers = [];
  for (const url of urls) answers.push(await ask(url, agent));
  agent.destroy();
  parentPort.postMessage(answers);
});
