import type { Mode } from './mode.js';

/**
 * Version of the sentences below, for traces and caches. It grows with every
 * change of them.
 */
export const PROMPT_VERSION = 1;

/** What stands in the prompt where the provider does not take the schema. */
export function schemaPrompt(mode: Exclude<Mode, 'TOOLS' | 'JSON_SCHEMA'>, schema: string, name: string, description: string | undefined): string {
  const how = {
    JSON: 'Answer with one JSON object and nothing else: no prose, no Markdown, no comments.',
    MD_JSON: 'Answer with one JSON object in a ```json block and nothing outside of it.',
    THINKING_MD_JSON: 'Think first, between <think> and </think>. Then answer with one JSON object in a ```json block and nothing after it.',
  }[mode];
  return [
    how,
    'Write it out completely: leave nothing out, and put no "..." in place of data.',
    `The object is called ${name}${description === undefined ? '' : ` (${description})`} and must match this JSON Schema:`,
    schema,
  ].join('\n');
}

/** What a patch must look like, as JSON Schema. */
export const PATCH_SCHEMA = { type: 'object', additionalProperties: true, description: 'A JSON Merge Patch (RFC 7396) to the last answer' } as const;

/** How to ask for a patch. */
export const PATCH_REQUEST =
  'Answer with a JSON Merge Patch (RFC 7396) to your last answer, not with the whole: an object that holds only the members that change. A list that changes is written out whole; null removes a member.';
