// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/** Chat, mail, payment, monitoring and other services. */
export const SERVICE_SECRETS: readonly SecretKind[] = [
  {
    id: 'slack-token',
    mask: 110,
    label: 'a Slack token',
    source: 'https://docs.slack.dev/authentication/tokens',
    shapes: [
      {
        triggers: [
          'xoxb-',
          'xoxp-',
          'xoxa-',
          'xoxo-',
          'xoxr-',
          'xoxs-',
          'xoxc-',
          'xoxd-',
          'xoxe-',
          'xoxe.xox',
          'xapp-',
        ],
        pattern: /x(?:ox[a-z](?:\.xox[a-z])?|app)-[A-Za-z0-9%-]{10,}/y,
      },
    ],
  },
  {
    id: 'slack-webhook',
    mask: 111,
    label: 'a Slack webhook',
    source:
      'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    shapes: [
      {
        triggers: ['hooks.slack.com/'],
        pattern:
          /hooks\.slack\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9/]{20,})/y,
      },
    ],
  },
  {
    id: 'discord-webhook',
    mask: 112,
    label: 'a Discord webhook',
    source: 'https://discord.com/developers/docs/resources/webhook',
    shapes: [
      {
        triggers: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
        pattern:
          /discord(?:app)?\.com\/api\/webhooks\/([0-9]{15,}\/[A-Za-z0-9_-]{50,})/y,
      },
    ],
  },
  {
    id: 'telegram-token',
    mask: 113,
    label: 'a Telegram bot token',
    source: 'https://core.telegram.org/bots/features#creating-a-new-bot',
    shapes: [
      {
        triggers: [':AA'],
        before: 10,
        pattern: /[0-9]{8,10}:AA[A-Za-z0-9_-]{33}/y,
      },
    ],
  },
  {
    id: 'stripe-key',
    mask: 114,
    label: 'a Stripe key',
    source: 'https://docs.stripe.com/keys',
    shapes: [
      {
        triggers: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_'],
        pattern: /[sr]k_(?:live|test)_[A-Za-z0-9]{20,}/y,
      },
      { triggers: ['whsec_'], pattern: /whsec_[A-Za-z0-9+/]{24,}={0,2}/y },
    ],
  },
  {
    id: 'square-token',
    mask: 115,
    label: 'a Square token',
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    shapes: [
      {
        triggers: ['sq0atp-', 'sq0csp-'],
        pattern: /sq0(?:atp|csp)-[A-Za-z0-9_-]{22,}/y,
      },
    ],
  },
  {
    id: 'shopify-token',
    mask: 116,
    label: 'a Shopify token',
    source:
      'https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing',
    shapes: [
      {
        triggers: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_'],
        pattern: /shp(?:at|ca|pa|ss|ua)_[0-9A-Fa-f]{32,}/y,
      },
    ],
  },
  {
    id: 'twilio-key',
    mask: 117,
    label: 'a Twilio key or account id',
    source: 'https://www.twilio.com/docs/glossary/what-is-a-sid',
    shapes: [{ triggers: ['SK', 'AC'], pattern: /(?:SK|AC)[0-9a-f]{32}/y }],
  },
  {
    id: 'sendgrid-key',
    mask: 118,
    label: 'a SendGrid key',
    source:
      'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    shapes: [
      {
        triggers: ['SG.'],
        pattern: /SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,}/y,
      },
    ],
  },
  {
    id: 'mailgun-key',
    mask: 119,
    label: 'a Mailgun key',
    source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/',
    shapes: [{ triggers: ['key-'], pattern: /key-[0-9a-f]{32}/y }],
  },
  {
    id: 'mailchimp-key',
    mask: 120,
    label: 'a Mailchimp key',
    source: 'https://mailchimp.com/developer/marketing/docs/fundamentals/',
    shapes: [
      {
        triggers: [...'0123456789'].map(digit => `-us${digit}`),
        before: 32,
        pattern: /[0-9a-f]{32}-us[0-9]{1,2}/y,
      },
    ],
  },
  {
    id: 'brevo-key',
    mask: 121,
    label: 'a Brevo key',
    source: 'https://developers.brevo.com/docs/getting-started',
    shapes: [
      {
        triggers: ['xkeysib-', 'xsmtpsib-'],
        pattern: /x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}/y,
      },
    ],
  },
  {
    id: 'grafana-token',
    mask: 122,
    label: 'a Grafana token',
    source:
      'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    shapes: [
      {
        triggers: ['glsa_', 'glc_'],
        pattern: /(?:glsa|glc)_[A-Za-z0-9+/_=]{32,}/y,
      },
    ],
  },
  {
    id: 'new-relic-key',
    mask: 123,
    label: 'a New Relic key',
    source:
      'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    shapes: [
      {
        triggers: ['NRAK-', 'NRII-', 'NRJS-'],
        pattern: /NR(?:AK|II|JS)-[A-Za-z0-9_-]{19,}/y,
      },
      {
        triggers: ['NRAL'],
        before: 36,
        pattern: /[0-9a-f]{36}NRAL/y,
      },
    ],
  },
  {
    id: 'dynatrace-token',
    mask: 124,
    label: 'a Dynatrace token',
    source:
      'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
    shapes: [
      {
        triggers: ['dt0c', 'dt0s'],
        pattern: /dt0[cs][0-9]{2}\.[A-Z0-9]{8,24}\.[A-Z0-9]{64}/y,
      },
    ],
  },
  {
    id: 'sentry-token',
    mask: 125,
    label: 'a Sentry token',
    source: 'https://docs.sentry.io/security-legal-pii/security/token-formats/',
    shapes: [
      {
        triggers: ['sntryu_', 'sntrys_'],
        pattern: /sntry(?:u_[0-9a-f]{64}|s_eyJ[A-Za-z0-9+/_=-]{40,})/y,
      },
    ],
  },
  {
    id: 'linear-key',
    mask: 126,
    label: 'a Linear key',
    source: 'https://linear.app/developers/graphql',
    shapes: [
      {
        triggers: ['lin_api_', 'lin_oauth_'],
        pattern: /lin_(?:api|oauth)_[A-Za-z0-9]{40,}/y,
      },
    ],
  },
  {
    id: 'notion-token',
    mask: 127,
    label: 'a Notion token',
    source: 'https://developers.notion.com/reference/authentication',
    shapes: [
      {
        triggers: ['ntn_', 'secret_'],
        pattern: /(?:ntn_[A-Za-z0-9]{40,}|secret_[A-Za-z0-9]{43})/y,
      },
    ],
  },
  {
    id: 'airtable-token',
    mask: 128,
    label: 'an Airtable token',
    source: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    shapes: [
      { triggers: ['pat'], pattern: /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/y },
    ],
  },
  {
    id: 'figma-token',
    mask: 129,
    label: 'a Figma token',
    source: 'https://developers.figma.com/docs/rest-api/authentication/',
    shapes: [{ triggers: ['figd_'], pattern: /figd_[A-Za-z0-9_-]{40,}/y }],
  },
  {
    id: 'contentful-token',
    mask: 130,
    label: 'a Contentful token',
    source:
      'https://www.contentful.com/developers/docs/references/authentication/',
    shapes: [{ triggers: ['CFPAT-'], pattern: /CFPAT-[A-Za-z0-9_-]{43}/y }],
  },
  {
    id: 'mapbox-token',
    mask: 131,
    label: 'a secret Mapbox token',
    source: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
    shapes: [
      {
        triggers: ['sk.eyJ'],
        pattern: /sk\.eyJ[A-Za-z0-9_-]{50,}\.[A-Za-z0-9_-]{20,}/y,
      },
    ],
  },
];
