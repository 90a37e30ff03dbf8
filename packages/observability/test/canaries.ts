/** Secrets that must not be found anywhere, each with a unique core that a test can look for. */
export const CANARIES = {
  openai: 'sk-proj-CANARYaaaa1111bbbb2222cccc3333',
  anthropic: 'sk-ant-api03-CANARYdddd4444eeee5555',
  logfire: 'pylf_v1_eu_CANARYffff6666gggg7777hhhh8888',
  github: 'ghp_CANARYiiii9999jjjj0000kkkk1111llll',
  slack: 'xoxb-123456-CANARYmmmm2222',
  aws: 'AKIACANARYNNNN333344',
  google: 'AIzaCANARYoooo4444pppp5555qqqq6666rrrr77',
  jwt: 'eyJDQU5BUlk3Nzc3.eyJzdWIiOiJDQU5BUlkifQ.CANARYsssssssssss8888',
  bearer: 'Bearer CANARYtttt9999uuuu0000',
  discord: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.CANARY.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv1',
  pem: '-----BEGIN RSA PRIVATE KEY-----\nCANARYwwww1111\n-----END RSA PRIVATE KEY-----',
  urlPassword: 'https://ada:CANARYxxxx2222@example.org/path',
  urlParameter: 'https://example.org/?api_key=CANARYyyyy3333&page=2',
  assignment: 'connect failed: password="CANARYzzzz 4444" host=db',
  webhook: 'https://discord.com/api/webhooks/123456789012345678/CANARYAAAA5555BBBB6666CCCC7777',
  configured: 'plain-words-CANARY-of-this-installation',
} as const;

/** What a test looks for: any rest of any canary. */
export const CORE = /CANARY/;
