import type { core } from 'zod';

import type { SoftFailure } from '../engine/call.js';

/** Issues that are told to the model at once; more of them confuse it. */
const MAX_TOLD = 20;
const MAX_MESSAGE = 300;

/** What to say to a model about its bad answer. */
export function feedbackOn(failure: SoftFailure, toolName: string | undefined): string {
  switch (failure.kind) {
    case 'validation':
      return `The answer does not match the schema:\n${tell(failure.issues)}\nCorrect these and give the whole answer again.`;
    case 'unparseable':
      return 'The answer could not be read as JSON. Give it again as one valid JSON object.';
    case 'no_output':
      return toolName === undefined ? 'There was no answer. Give it as one valid JSON object.' : `There was no answer. Call the function ${toolName} with it.`;
    case 'truncated':
      return 'The answer ended before it was complete. Give it again, complete and if need be shorter.';
    case 'elided':
      return 'The answer leaves something out with "...". Give it again and write everything out.';
  }
}

/** Issues as lines, for the model only: they may quote its answer. */
export function tell(issues: readonly core.$ZodIssue[]): string {
  const lines = issues.slice(0, MAX_TOLD).map(({ path, message }) => `- ${placeOf(path)}: ${message.slice(0, MAX_MESSAGE)}`);
  return [...lines, ...(issues.length > MAX_TOLD ? [`- and ${issues.length - MAX_TOLD} more`] : [])].join('\n');
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the answer';
  return path.map((segment, index) => (typeof segment === 'number' ? `[${segment}]` : `${index > 0 ? '.' : ''}${String(segment)}`)).join('');
}
