// SPDX-License-Identifier: Apache-2.0

// What we use of Prettier 2, which brings no types.
declare module 'prettier' {
  export interface Options {
    readonly parser?: string;
    readonly proseWrap?: 'always' | 'never' | 'preserve';
    readonly [option: string]: unknown;
  }
  export const resolveConfig: {
    sync(file: string): Options | null;
  };
  export function format(text: string, options: Options): string;
}
