/** Names that people give to providers, and those of the GenAI conventions (`gen_ai.provider.name`). */
const NAMES: Readonly<Record<string, string>> = {
  azure: 'azure.ai.openai',
  bedrock: 'aws.bedrock',
  gemini: 'gcp.gemini',
  google: 'gcp.gemini',
  vertex: 'gcp.vertex_ai',
  mistral: 'mistral_ai',
  moonshot: 'moonshot_ai',
  xai: 'x_ai',
};

/** Hosts that speak the OpenAI protocol, from their providers' documentation (2026-11). */
const HOSTS: Readonly<Record<string, string>> = {
  'api.openai.com': 'openai',
  'api.anthropic.com': 'anthropic',
  'openrouter.ai': 'openrouter',
  'generativelanguage.googleapis.com': 'gcp.gemini',
  'api.groq.com': 'groq',
  'api.mistral.ai': 'mistral_ai',
  'api.deepseek.com': 'deepseek',
  'api.x.ai': 'x_ai',
  'api.cohere.ai': 'cohere',
  'api.perplexity.ai': 'perplexity',
  'api.moonshot.ai': 'moonshot_ai',
  'api.together.xyz': 'together',
  'api.fireworks.ai': 'fireworks',
};

/** Where a provider is reached, as spans tell it. */
export interface ServerPlace {
  readonly serverAddress?: string;
  readonly serverPort?: number;
}

/** The name of the GenAI conventions for what a configuration calls a provider; others stay as they are. */
export function providerName(name: string): string {
  return Object.hasOwn(NAMES, name) ? NAMES[name]! : name;
}

/** Who answers at an address. By the conventions, whoever speaks the OpenAI protocol and is not known otherwise is `openai`. */
export function providerAt(baseUrl: string | undefined): string {
  const host = baseUrl === undefined ? undefined : hostOf(baseUrl)?.hostname;
  if (host === undefined) return 'openai';
  return Object.hasOwn(HOSTS, host) ? HOSTS[host]! : host.endsWith('.openai.azure.com') ? 'azure.ai.openai' : 'openai';
}

/** Host and port of an address: nothing else of it, for it may hold a secret. */
export function serverPlaceOf(baseUrl: string | undefined): ServerPlace {
  const url = baseUrl === undefined ? undefined : hostOf(baseUrl);
  if (url === undefined) return {};
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  return { serverAddress: url.hostname, serverPort: port };
}

function hostOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
