/**
 * What the `openai` SDK reads from the environment where it is not told otherwise. Every value that
 * could reach a server holds the word “leaked”, so that a test may look for it.
 */
export const SDK_ENVIRONMENT = {
  OPENAI_API_KEY: 'leaked-key',
  OPENAI_ADMIN_KEY: 'leaked-admin-key',
  OPENAI_ORG_ID: 'leaked-organization',
  OPENAI_PROJECT_ID: 'leaked-project',
  OPENAI_BASE_URL: 'http://leaked.invalid/v1',
  OPENAI_CUSTOM_HEADERS: 'X-Gateway-Auth: leaked-header\nAuthorization: Bearer leaked-bearer\nUser-Agent: leaked-agent\nAccept: leaked/accept',
  OPENAI_LOG: 'debug',
} as const;
