/** What a name shown to people may look like. */
export const LABEL = {
  pattern: /^\P{C}{1,200}$/u,
  allowed: 'one line of text, at most 200 characters',
} as const;
