export { createSentimentTool, type SentimentToolOptions } from './create-sentiment-tool.js';
export { type Emotion, EMOTIONS } from './emotion.js';
