import type { ConfigIssue } from '@discord-intelligence/config';

import type { Check, Finding } from './check.js';

/** What loading the settings came to. */
export interface SettingsProblem {
  readonly message: string;
  readonly issues: readonly ConfigIssue[];
}

/** Every bad variable as a finding of its own; a settings file that cannot be read as one. */
export function describeSettingsProblem({ message, issues }: SettingsProblem): Finding[] {
  if (issues.length === 0) {
    return [{ name: 'Settings', status: 'problem', detail: message, action: 'See what the message says.' }];
  }
  return issues.map(({ variable, source, found, reason, allowed, action }) => ({
    name: variable,
    status: 'problem',
    detail: `is ${found} (${source}): ${reason}`,
    action: `Allowed: ${allowed}. ${action}`,
  }));
}

/** Whether the settings can be used, and what is odd about them. */
export const checkSettings: Check = async ({ config }) => {
  if (config === undefined) return [];
  const set = Object.values(config.sources).filter((source) => source !== 'default').length;
  return [
    { name: 'Settings', status: 'ok', detail: set === 0 ? 'all at their defaults' : `${set} set, the others at their defaults` },
    ...config.warnings.map((warning): Finding => ({ name: 'Settings', status: 'off', detail: warning, action: 'Correct or remove it.' })),
  ];
};
