/** What the name of a model may look like; providers agree on no more than this. */
export const MODEL_ID = {
  pattern: /^[\u0021-\u007e]{1,200}$/,
  allowed: 'the name of a model, without spaces, at most 200 characters',
} as const;
