/** A valid answer of each model, to be varied by a test. */
export const fallacy = (changes: object = {}) => ({
  fallacy_type: 'straw_man',
  quote: 'So you want to ban all cars?',
  explanation: 'Nobody proposed a ban on all cars.',
  severity: 'high',
  confidence: 'medium',
  ...changes,
});

export const fallacyAnalysis = (changes: object = {}) => ({
  fallacies: [fallacy()],
  overall_quality: 'fair',
  credibility_score: 0.6,
  summary: 'One passage answers a claim that nobody made.',
  ...changes,
});

export const perspective = (changes: object = {}) => ({
  perspective_type: 'progressive',
  evidence: 'Calls for a living wage.',
  confidence: 'high',
  prominence: 0.5,
  ...changes,
});

export const perspectiveAnalysis = (changes: object = {}) => ({
  perspectives: [perspective()],
  bias_score: 0.4,
  balance_score: 0.4,
  framing_analysis: 'Wages are framed as a matter of dignity.',
  ...changes,
});

export const decision = (changes: object = {}) => ({
  should_process: true,
  confidence: 'medium',
  reasoning: 'The text argues a point at some length.',
  suggested_action: 'process',
  estimated_value: 0.6,
  ...changes,
});

export const classification = (changes: object = {}) => ({
  primary_type: 'news',
  confidence: 0.7,
  recommended_pipeline: 'fast_summary',
  quality_score: 0.5,
  estimated_processing_time: 12,
  ...changes,
});
