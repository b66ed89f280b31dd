// SPDX-License-Identifier: Apache-2.0
import { readFixture } from '../../testing/readFixture.ts';
import type { Instruction } from './dockerfile.ts';
import { parseDockerfile } from './parseDockerfile.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly escape: string;
  readonly warnings: number;
  readonly error: string | null;
  readonly nodes: readonly Node[] | null;
}

interface Node {
  readonly V: string;
  readonly F: readonly string[] | null;
  readonly A: readonly string[] | null;
  readonly J: boolean;
  readonly S: number;
  readonly E: number;
  readonly H:
    | readonly {
        readonly Name: string;
        readonly Expand: boolean;
        readonly Chomp: boolean;
        readonly FD: number;
        readonly Content: string;
      }[]
    | null;
  readonly Sub: Node | null;
}

/** Docker writes null for what is empty. */
function withoutNulls(node: Node): Node {
  const { V, F, A, J, S, E, H, Sub } = node;
  return {
    V,
    F: F ?? [],
    A: A ?? [],
    J,
    S,
    E,
    H: H ?? [],
    Sub: Sub && withoutNulls(Sub),
  };
}

function toNode(instruction: Instruction, isInner = false): Node {
  const { keyword, flags, args, json, heredocs, onbuild } = instruction;
  return {
    V: keyword,
    F: flags.map(flag => flag.value),
    A: args.map(arg => arg.value),
    J: json,
    S: isInner ? 0 : instruction.startLine,
    E: isInner ? 0 : instruction.endLine,
    H: heredocs.map(heredoc => ({
      Name: heredoc.name,
      Expand: heredoc.expand,
      Chomp: heredoc.chomp,
      FD: heredoc.fileDescriptor,
      Content: heredoc.content,
    })),
    Sub: onbuild ? toNode(onbuild, true) : null,
  };
}

describe('parseDockerfile answers what BuildKit answers', () => {
  const rows = readFixture<Row>(__dirname, 'dockerfile.jsonl');

  it('has all recorded files', () => {
    expect(rows).toHaveLength(772);
  });

  it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
    const dockerfile = parseDockerfile(row.text);
    expect(dockerfile.error === undefined).toBe(row.error === null);
    if (row.nodes === null) return;
    const nodes = dockerfile.instructions.map(each => toNode(each));
    expect(nodes).toEqual(row.nodes.map(withoutNulls));
    expect(dockerfile.escape).toBe(row.escape);
    expect(dockerfile.warnings).toHaveLength(row.warnings);
  });
});
