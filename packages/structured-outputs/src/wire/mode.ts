/**
 * Ways of asking for an object.
 *
 * - `TOOLS`: a tool that the model must call
 * - `JSON_SCHEMA`: the provider holds the answer to the schema; strict where the schema allows it
 * - `JSON`: the provider promises JSON, the schema stands in the prompt
 * - `MD_JSON`: a fenced block, the schema stands in the prompt; any model can
 * - `THINKING_MD_JSON`: the same after `<think>`
 */
export const MODES = ['TOOLS', 'JSON_SCHEMA', 'JSON', 'MD_JSON', 'THINKING_MD_JSON'] as const;
export type Mode = (typeof MODES)[number];
