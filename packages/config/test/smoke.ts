import { ConfigError, loadConfig, REDACTED } from '@discord-intelligence/config';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const { instructor, openai } = loadConfig({ INSTRUCTOR_MAX_RETRIES: '5', OPENAI_API_KEY: 'sk-smoke-0123456789' });
  if (instructor.maxRetries !== 5) throw new Error(`five retries became ${instructor.maxRetries}`);
  if (openai.apiKey?.reveal() !== 'sk-smoke-0123456789') throw new Error('the key is lost');
  if (JSON.stringify(openai.apiKey) !== JSON.stringify(REDACTED)) throw new Error('the key is not hidden');
  try {
    loadConfig({ INSTRUCTOR_MAX_RETRIES: 'many' });
  } catch (error) {
    if (ConfigError.is(error)) return `refuses bad values: ${error.code}`;
    throw error;
  }
  throw new Error('a bad value was accepted');
}
