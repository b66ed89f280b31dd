// SPDX-License-Identifier: Apache-2.0
import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { operations } from '@plimsoll/plugin-hardening-common';
import type { Request, Response } from 'express';
import type { ApiContext } from './context';

/** The id of an operation in the OpenAPI document. */
export type OperationId = keyof operations;

/** One request, and who sent it. */
export interface Call {
  readonly request: Request;
  readonly response: Response;
  readonly credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
}

/**
 * What the document says that an operation answers; undefined where the caller
 * has it already.
 */
export type AnswerOf<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: Status extends 200 | 201 | 202
    ? operations[Id]['responses'][Status] extends {
        content: { 'application/json': infer Answer };
      }
      ? Answer
      : never
    : Status extends 304
    ? undefined
    : never;
}[keyof operations[Id]['responses']];

/** Answers one operation of the OpenAPI document. */
export type Operation<Id extends OperationId> = (
  context: ApiContext,
  call: Call,
) => Promise<AnswerOf<Id>>;
