/** What the good model says of a text about a new road, by the name of the question. It knows no other questions. */
export const ROUTED_ANSWERS = {
  sentiment_analysis: { polarity: 0.75, subjectivity: 0.5, intensity: 0.5, dominant_emotion: 'joy', confidence: 'high' },
  comprehensive_analysis: {
    executive_summary: 'The text is glad about the new road, and says so in one short sentence.',
    actionable_insights: [],
  },
} as const;
