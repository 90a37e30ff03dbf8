import { secret } from '../kinds/secret-text.js';
import { text } from '../kinds/text.js';
import { url } from '../kinds/url.js';
import { MODEL_ID } from './model-id.js';

/** OpenAI, or any server that speaks its protocol. */
export const openaiVariables = {
  title: 'OpenAI',
  description: 'OpenAI itself, or any server that speaks its protocol. With a key, the analyses ask a model.',
  variables: {
    apiKey: secret({
      name: 'OPENAI_API_KEY',
      description: 'The key for OpenAI or for the server at `OPENAI_BASE_URL`.',
    }),
    baseUrl: url({
      name: 'OPENAI_BASE_URL',
      description: 'Where the OpenAI protocol is spoken, up to and with the version.',
      default: 'https://api.openai.com/v1',
    }),
    model: text({
      name: 'OPENAI_MODEL',
      description: 'The model that is asked when OpenAI is called directly.',
      ...MODEL_ID,
      default: 'gpt-4o-mini',
    }),
  },
} as const;

/** OpenRouter, one door to the models of many providers. */
export const openrouterVariables = {
  title: 'OpenRouter',
  description: 'One door to the models of many providers. With a key, the analyses ask a model.',
  variables: {
    apiKey: secret({ name: 'OPENROUTER_API_KEY', description: 'The key for OpenRouter.' }),
    baseUrl: url({
      name: 'OPENROUTER_BASE_URL',
      description: 'Where OpenRouter is reached.',
      default: 'https://openrouter.ai/api/v1',
    }),
    generalModel: text({
      name: 'OPENROUTER_GENERAL_MODEL',
      description: 'The model for quick questions, such as routing.',
      ...MODEL_ID,
      default: 'openai/gpt-4o-mini',
    }),
    analysisModel: text({
      name: 'OPENROUTER_ANALYSIS_MODEL',
      description: 'The model for deep analyses, such as fallacies and perspectives.',
      ...MODEL_ID,
      fallsBackTo: 'OPENROUTER_GENERAL_MODEL',
      example: 'anthropic/claude-sonnet-4.5',
    }),
  },
} as const;
