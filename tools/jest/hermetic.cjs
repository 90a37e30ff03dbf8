// Nx and shells both leak a developer's .env into tests. Whatever .env.example
// names is a setting of ours, so a test starts without it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

for (const line of readFileSync(join(__dirname, '../../.env.example'), 'utf8').split('\n')) {
  const [, name] = /^#?\s*([A-Z][A-Z0-9_]*)=/.exec(line) ?? [];
  if (name) delete process.env[name];
}
