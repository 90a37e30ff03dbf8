import { type PartAnswer, weightedMean, weightedVote } from '@discord-intelligence/analysis-tool';
import { CONFIDENCE_VALUES, type SentimentAnalysis, toConfidenceLevel } from '@discord-intelligence/response-models';

/** Makes one measurement of the answers, each part counting by its length. */
export function concludeSentiment(answers: readonly PartAnswer<SentimentAnalysis>[]): SentimentAnalysis {
  const emotion = weightedVote(answers, ({ dominant_emotion }) => dominant_emotion?.trim().toLowerCase() ?? null);
  return {
    polarity: weightedMean(answers, ({ polarity }) => polarity),
    subjectivity: weightedMean(answers, ({ subjectivity }) => subjectivity),
    intensity: weightedMean(answers, ({ intensity }) => intensity),
    dominant_emotion: emotion === '' ? null : emotion,
    confidence: toConfidenceLevel(weightedMean(answers, ({ confidence }) => CONFIDENCE_VALUES[confidence])),
  };
}
