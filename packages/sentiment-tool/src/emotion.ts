/**
 * The emotions that are told apart: Plutchik's eight (Plutchik, R. (1980), "A general psychoevolutionary theory of
 * emotion"), which most emotion lexicons use.
 */
export const EMOTIONS = ['joy', 'anger', 'fear', 'sadness', 'surprise', 'disgust', 'anticipation', 'trust'] as const;

/** One of Plutchik's eight emotions. */
export type Emotion = (typeof EMOTIONS)[number];
