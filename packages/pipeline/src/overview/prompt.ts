import type { Prompt } from '@discord-intelligence/analysis-tool';

/** What the model is asked to do. A test holds each version to its text. */
export const OVERVIEW_PROMPT: Prompt = {
  name: 'comprehensive',
  version: '1.0.0',
  text: `You are given a text, or an excerpt of it, and the findings of several analyses of it as JSON. Tell a reader in a hurry what the findings come to.

- executive_summary: what the text is about, how well it argues, from which standpoint and in which mood, in four to eight sentences. Say only what the findings carry; where they are unsure, say so.
- actionable_insights: three to seven things that a reader or the author can do with the findings, one sentence each, the most useful first.

Add no finding of your own, and name no fallacy that the findings do not list.`,
};
