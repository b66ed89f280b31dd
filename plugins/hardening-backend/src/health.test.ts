// SPDX-License-Identifier: Apache-2.0
import express from 'express';
import request from 'supertest';
import { createHealthRouter } from './health';

it.each([
  [0, 200, 'ok'],
  [30_000, 200, 'ok'],
  [30_001, 503, 'failing'],
  [Infinity, 503, 'failing'],
])(
  'says how it is when the queue was looked at %d ms ago: %d',
  async (lookedAgo, status, said) => {
    const router = createHealthRouter({ lookedAgo: () => lookedAgo });
    const answer = await request(express().use(router)).get('/health');
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ status: said });
    expect(answer.headers['cache-control']).toBe('no-store');
  },
);
