// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/** Clouds, platforms and what stores secrets for them. */
export const CLOUD_SECRETS: readonly SecretKind[] = [
  {
    id: 'aws-access-key-id',
    mask: 50,
    label: 'an AWS access key id',
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes',
    shapes: [
      {
        triggers: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
        pattern: /A(?:KI|SI|BI|CC)A[A-Z2-7]{16}/y,
      },
    ],
  },
  {
    id: 'aws-secret-access-key',
    mask: 51,
    label: 'an AWS secret access key',
    // 40 characters like any others: read by code, beside a name.
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    shapes: [],
  },
  {
    id: 'aws-bedrock-key',
    mask: 52,
    label: 'an Amazon Bedrock key',
    source:
      'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    shapes: [{ triggers: ['ABSK'], pattern: /ABSK[A-Za-z0-9+/]{100,}={0,2}/y }],
  },
  {
    id: 'google-api-key',
    mask: 53,
    label: 'a Google API key',
    source: 'https://cloud.google.com/docs/authentication/api-keys',
    shapes: [{ triggers: ['AIza'], pattern: /AIza[A-Za-z0-9_-]{35}/y }],
  },
  {
    id: 'google-oauth-secret',
    mask: 54,
    label: 'a Google OAuth secret',
    source: 'https://developers.google.com/identity/protocols/oauth2',
    shapes: [
      { triggers: ['GOCSPX-'], pattern: /GOCSPX-[A-Za-z0-9_-]{28}/y },
      { triggers: ['ya29.'], pattern: /ya29\.[A-Za-z0-9_-]{30,}/y },
    ],
  },
  {
    id: 'azure-storage-key',
    mask: 55,
    label: 'a key of an Azure service',
    source:
      'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
    shapes: [
      {
        triggers: ['AccountKey=', 'SharedAccessKey='],
        pattern: /(?:Account|SharedAccess)Key=([A-Za-z0-9+/]{40,}={0,2})/y,
      },
    ],
  },
  {
    id: 'azure-sas-signature',
    mask: 56,
    label: 'the signature of an Azure SAS URL',
    source:
      'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
    shapes: [
      {
        triggers: ['&sig=', '?sig=', ';sig='],
        pattern: /[&?;]sig=([A-Za-z0-9%+/]{40,}={0,2})/y,
      },
    ],
  },
  {
    id: 'azure-client-secret',
    mask: 57,
    label: 'a client secret of Microsoft Entra',
    source:
      'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
    shapes: [
      {
        triggers: ['Q~'],
        before: 4,
        pattern: /[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}/y,
      },
    ],
  },
  {
    id: 'digitalocean-token',
    mask: 58,
    label: 'a DigitalOcean token',
    source:
      'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    shapes: [
      {
        triggers: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
        pattern: /do[opr]_v1_[0-9a-f]{64}/y,
      },
    ],
  },
  {
    id: 'heroku-key',
    mask: 59,
    label: 'a Heroku key',
    source: 'https://devcenter.heroku.com/articles/authentication',
    shapes: [{ triggers: ['HRKU-'], pattern: /HRKU-[A-Za-z0-9_-]{36,}/y }],
  },
  {
    id: 'cloudflare-token',
    mask: 60,
    label: 'a Cloudflare token',
    source:
      'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats',
    shapes: [
      {
        triggers: ['cfk_', 'cfut_', 'cfat_'],
        pattern: /cf(?:k|ut|at)_[A-Za-z0-9_-]{40,}/y,
      },
    ],
  },
  {
    id: 'fly-token',
    mask: 61,
    label: 'a Fly.io token',
    source: 'https://fly.io/docs/security/tokens/',
    shapes: [
      {
        triggers: ['fm1r_', 'fm2_', 'fo1_'],
        pattern: /(?:fm1r_|fm2_|fo1_)[A-Za-z0-9+/_=-]{43,}/y,
      },
    ],
  },
  {
    id: 'netlify-token',
    mask: 62,
    label: 'a Netlify token',
    source: 'https://docs.netlify.com/api/get-started/#authentication',
    shapes: [{ triggers: ['nfp_'], pattern: /nfp_[A-Za-z0-9]{36}/y }],
  },
  {
    id: 'supabase-key',
    mask: 63,
    label: 'a Supabase key',
    source: 'https://supabase.com/docs/guides/api/api-keys',
    shapes: [
      {
        triggers: ['sbp_', 'sb_secret_'],
        pattern: /sb(?:p_[0-9a-f]{40}|_secret_[A-Za-z0-9_-]{20,})/y,
      },
    ],
  },
  {
    id: 'planetscale-credential',
    mask: 64,
    label: 'a PlanetScale credential',
    source: 'https://planetscale.com/docs/concepts/service-tokens',
    shapes: [
      {
        triggers: ['pscale_'],
        pattern: /pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,}/y,
      },
    ],
  },
  {
    id: 'databricks-token',
    mask: 65,
    label: 'a Databricks token',
    source: 'https://docs.databricks.com/dev-tools/auth/pat.html',
    shapes: [{ triggers: ['dapi'], pattern: /dapi[0-9a-f]{32}(?:-[0-9]+)?/y }],
  },
  {
    id: 'vault-token',
    mask: 66,
    label: 'a HashiCorp Vault token',
    source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    shapes: [
      {
        triggers: ['hvs.', 'hvb.', 'hvr.'],
        pattern: /hv[sbr]\.[A-Za-z0-9_-]{24,}/y,
      },
    ],
  },
  {
    id: 'terraform-token',
    mask: 67,
    label: 'an HCP Terraform token',
    source:
      'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    shapes: [
      {
        triggers: ['.atlasv1.'],
        before: 14,
        pattern: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/y,
      },
    ],
  },
  {
    id: 'pulumi-token',
    mask: 68,
    label: 'a Pulumi token',
    source:
      'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    shapes: [{ triggers: ['pul-'], pattern: /pul-[0-9a-f]{40}/y }],
  },
  {
    id: 'doppler-token',
    mask: 69,
    label: 'a Doppler token',
    source: 'https://docs.doppler.com/reference/auth-token-formats',
    shapes: [
      {
        triggers: [
          'dp.pt.',
          'dp.st.',
          'dp.ct.',
          'dp.sa.',
          'dp.scim.',
          'dp.audit.',
        ],
        pattern: /dp\.[a-z]{2,5}\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,}/y,
      },
    ],
  },
  {
    id: 'onepassword-token',
    mask: 70,
    label: 'a 1Password credential',
    source: 'https://developer.1password.com/docs/service-accounts/security/',
    shapes: [
      { triggers: ['ops_eyJ'], pattern: /ops_eyJ[A-Za-z0-9+/_=-]{50,}/y },
    ],
  },
  {
    id: 'tailscale-key',
    mask: 71,
    label: 'a Tailscale key',
    source: 'https://tailscale.com/kb/1277/key-prefixes',
    shapes: [
      {
        triggers: ['tskey-'],
        pattern: /tskey-(?:[a-z]+-)?[A-Za-z0-9]{8,}-[A-Za-z0-9]{20,}/y,
      },
    ],
  },
];
