// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/** Code hosting, package registries, build services. */
export const CODE_SECRETS: readonly SecretKind[] = [
  {
    id: 'github-token',
    mask: 20,
    label: 'a GitHub token',
    source:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
    shapes: [
      {
        triggers: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
        pattern: /gh[pousr]_[A-Za-z0-9]{36,}/y,
      },
      {
        triggers: ['github_pat_'],
        pattern: /github_pat_[A-Za-z0-9_]{36,}/y,
      },
    ],
  },
  {
    id: 'gitlab-token',
    mask: 21,
    label: 'a GitLab token',
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
    shapes: [
      {
        triggers: [
          'glpat-',
          'gloas-',
          'gldt-',
          'glrt-',
          'glrtr-',
          'glcbt-',
          'glptt-',
          'glft-',
          'glimt-',
          'glagent-',
          'glwt-',
          'glsoat-',
          'glffct-',
        ],
        pattern: /gl[a-z]{2,5}-[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]+)*/y,
      },
      {
        triggers: ['GR1348941'],
        pattern: /GR1348941[A-Za-z0-9_-]{20,}/y,
      },
    ],
  },
  {
    id: 'atlassian-token',
    mask: 22,
    label: 'an Atlassian token',
    source:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    shapes: [
      {
        triggers: ['ATATT3', 'ATCTT3', 'ATBB'],
        pattern: /(?:AT[AC]TT3[A-Za-z0-9_=-]{60,}|ATBB[A-Za-z0-9_=-]{32,})/y,
      },
    ],
  },
  {
    id: 'azure-devops-token',
    mask: 23,
    label: 'an Azure DevOps token',
    source:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate#format-of-a-pat',
    shapes: [
      {
        triggers: ['AZDO'],
        before: 76,
        pattern: /[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}/y,
      },
    ],
  },
  {
    id: 'npm-token',
    mask: 24,
    label: 'an npm token',
    source:
      'https://github.blog/2021-09-23-announcing-npms-new-access-token-format/',
    shapes: [{ triggers: ['npm_'], pattern: /npm_[A-Za-z0-9]{36,}/y }],
  },
  {
    id: 'pypi-token',
    mask: 25,
    label: 'a PyPI token',
    source: 'https://pypi.org/help/#apitoken',
    shapes: [
      { triggers: ['pypi-AgE'], pattern: /pypi-AgE[A-Za-z0-9_-]{50,}/y },
    ],
  },
  {
    id: 'rubygems-token',
    mask: 26,
    label: 'a RubyGems key',
    source: 'https://guides.rubygems.org/api-key-scopes/',
    shapes: [{ triggers: ['rubygems_'], pattern: /rubygems_[0-9a-f]{48}/y }],
  },
  {
    id: 'nuget-key',
    mask: 27,
    label: 'a NuGet key',
    source: 'https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys',
    shapes: [{ triggers: ['oy2'], pattern: /oy2[a-z0-9]{43}/y }],
  },
  {
    id: 'crates-token',
    mask: 28,
    label: 'a crates.io token',
    source: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    shapes: [{ triggers: ['cio'], pattern: /cio[A-Za-z0-9]{32}/y }],
  },
  {
    id: 'clojars-token',
    mask: 29,
    label: 'a Clojars token',
    source: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    shapes: [{ triggers: ['CLOJARS_'], pattern: /CLOJARS_[0-9a-z]{60}/y }],
  },
  {
    id: 'docker-hub-token',
    mask: 30,
    label: 'a Docker Hub token',
    source: 'https://docs.docker.com/security/access-tokens/',
    shapes: [
      {
        triggers: ['dckr_pat_', 'dckr_oat_'],
        pattern: /dckr_[po]at_[A-Za-z0-9_-]{24,}/y,
      },
    ],
  },
  {
    id: 'jfrog-token',
    mask: 31,
    label: 'a JFrog key',
    source:
      'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    shapes: [
      { triggers: ['AKCp'], pattern: /AKCp[A-Za-z0-9]{60,}/y },
      // "reftkn", encoded.
      { triggers: ['cmVmdGtu'], pattern: /cmVmdGtu[A-Za-z0-9]{50,}/y },
    ],
  },
  {
    id: 'circleci-token',
    mask: 32,
    label: 'a CircleCI token',
    source: 'https://circleci.com/docs/managing-api-tokens/',
    shapes: [
      {
        triggers: ['CCIPAT_', 'CCIPRJ_'],
        pattern: /CCIP(?:AT|RJ)_[A-Za-z0-9]{10,}_[0-9a-f]{40}/y,
      },
    ],
  },
  {
    id: 'buildkite-token',
    mask: 33,
    label: 'a Buildkite token',
    source: 'https://buildkite.com/docs/apis/managing-api-tokens',
    shapes: [{ triggers: ['bkua_'], pattern: /bkua_[0-9a-f]{40}/y }],
  },
  {
    id: 'sonar-token',
    mask: 34,
    label: 'a SonarQube token',
    source:
      'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
    shapes: [
      {
        triggers: ['squ_', 'sqp_', 'sqa_'],
        pattern: /sq[upa]_[0-9a-f]{40}/y,
      },
    ],
  },
  {
    id: 'postman-key',
    mask: 35,
    label: 'a Postman key',
    source:
      'https://learning.postman.com/docs/developer/postman-api/authentication/',
    shapes: [
      { triggers: ['PMAK-'], pattern: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/y },
    ],
  },
];
