// SPDX-License-Identifier: Apache-2.0
import type { SecretKind } from './secretKind.ts';

/** Language models and what hosts them. */
export const MODEL_SECRETS: readonly SecretKind[] = [
  {
    id: 'anthropic-key',
    mask: 90,
    label: 'an Anthropic key',
    source: 'https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key',
    shapes: [{ triggers: ['sk-ant-'], pattern: /sk-ant-[A-Za-z0-9_-]{20,}/y }],
  },
  {
    id: 'openai-key',
    mask: 91,
    label: 'an OpenAI key',
    source: 'https://platform.openai.com/docs/api-reference/project-api-keys',
    shapes: [
      {
        triggers: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'],
        pattern: /sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}/y,
      },
      { triggers: ['sk-'], pattern: /sk-[A-Za-z0-9]{32,}/y },
    ],
  },
  {
    id: 'openrouter-key',
    mask: 92,
    label: 'an OpenRouter key',
    source: 'https://openrouter.ai/docs/api-reference/authentication',
    shapes: [{ triggers: ['sk-or-v1-'], pattern: /sk-or-v1-[0-9a-f]{64}/y }],
  },
  {
    id: 'huggingface-token',
    mask: 93,
    label: 'a Hugging Face token',
    source: 'https://huggingface.co/docs/hub/security-tokens',
    shapes: [{ triggers: ['hf_'], pattern: /hf_[A-Za-z]{34}/y }],
  },
  {
    id: 'replicate-token',
    mask: 94,
    label: 'a Replicate token',
    source: 'https://replicate.com/docs/topics/security/api-tokens',
    shapes: [{ triggers: ['r8_'], pattern: /r8_[A-Za-z0-9]{37}/y }],
  },
  {
    id: 'groq-key',
    mask: 95,
    label: 'a Groq key',
    source: 'https://console.groq.com/docs/quickstart',
    shapes: [{ triggers: ['gsk_'], pattern: /gsk_[A-Za-z0-9]{52}/y }],
  },
  {
    id: 'perplexity-key',
    mask: 96,
    label: 'a Perplexity key',
    source: 'https://docs.perplexity.ai/guides/api-key-management',
    shapes: [{ triggers: ['pplx-'], pattern: /pplx-[A-Za-z0-9]{48,}/y }],
  },
  {
    id: 'langsmith-key',
    mask: 97,
    label: 'a LangSmith key',
    source: 'https://docs.smith.langchain.com/administration/concepts#api-keys',
    shapes: [
      {
        triggers: ['lsv2_pt_', 'lsv2_sk_'],
        pattern: /lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/y,
      },
    ],
  },
];
