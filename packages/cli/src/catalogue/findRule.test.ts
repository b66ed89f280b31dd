// SPDX-License-Identifier: Apache-2.0
import { ruleInfo } from '../testing/assessments.ts';
import { findRule } from './findRule.ts';

const RULES = [
  ruleInfo('dockerfile/non-root-user', {
    aliases: ['dockerfile/no-root'],
    peers: {
      hadolint: ['DL3002'],
      trivy: ['DS-0002'],
      checkov: ['CKV_DOCKER_3', 'CKV2_DOCKER_8'],
      dockle: ['CIS-DI-0001'],
      kics: ['fd54f200-402c-4333-a5a4-36ef6709af2f'],
      buildkit: ['parse errors'],
    },
  }),
  ruleInfo('dockerfile/numeric-user', { peers: { checkov: ['CKV_DOCKER_3'] } }),
];

it.each([
  'dockerfile/non-root-user',
  'Dockerfile/Non-Root-User',
  'non-root-user',
  'dockerfile/no-root',
])('finds ours by %s', name => {
  expect(findRule(name, RULES)).toEqual({ rules: [RULES[0]], similar: [] });
});

it.each([
  ['DL3002', 'hadolint DL3002'],
  ['dl3002', 'hadolint DL3002'],
  ['DS-0002', 'trivy DS-0002'],
  ['DS002', 'trivy DS-0002'],
  ['avd-ds-0002', 'trivy DS-0002'],
  ['ckv2_docker_8', 'checkov CKV2_DOCKER_8'],
  ['CIS-DI-0001', 'dockle CIS-DI-0001'],
  ['cis-di-1', 'dockle CIS-DI-0001'],
  [
    'FD54F200-402C-4333-A5A4-36EF6709AF2F',
    'kics fd54f200-402c-4333-a5a4-36ef6709af2f',
  ],
  ['Parse Errors', 'buildkit parse errors'],
])("finds another tool's %s", (name, peer) => {
  expect(findRule(name, RULES)).toEqual({
    rules: [RULES[0]],
    peer,
    similar: [],
  });
});

it('finds all rules that share an id of another tool', () => {
  expect(findRule('CKV_DOCKER_3', RULES)).toEqual({
    rules: RULES,
    peer: 'checkov CKV_DOCKER_3',
    similar: [],
  });
});

it.each([
  ['non-rot-user', ['dockerfile/non-root-user']],
  ['dockerfile/nonroot-user', ['dockerfile/non-root-user']],
  ['user', ['dockerfile/non-root-user', 'dockerfile/numeric-user']],
  ['DL3003', []],
  ['DL30002', ['DL3002']],
  ['frobnicate', []],
  ['', []],
])('proposes for %j what is close', (name, similar) => {
  expect(findRule(name, RULES)).toEqual({ rules: [], similar });
});
