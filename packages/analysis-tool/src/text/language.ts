import type { TextDocument } from './text-document.js';

/** The language a text seems to be written in. */
export interface Language {
  /** ISO 639-1 code, or `und` when the text is too short or too mixed to tell. */
  readonly code: string;
  /** How sure that is, 0 to 1. */
  readonly confidence: number;
}

/** Words that fill English sentences and few others, so that a handful of them settles it without a model. */
const ENGLISH_WORDS = new Set(
  "the and is are of to that this it you he she they we have has not with for but what which because from would should their your my i be by as at on if or can will don't it's isn't i'm you're how why who when there about just do does did been being than then them our his her its were had could".split(
    ' ',
  ),
);

/** How many words from the start are looked at. */
const SAMPLE_WORDS = 300;
/** Share of filler words above which a text is English; edited English prose has 0.35 to 0.5. */
const ENGLISH_SHARE = 0.2;
/** Below this many words the share says little. */
const FEWEST_WORDS = 4;
/** Below this confidence, or this lead over the next language, the trigram detector is guessing: short English comes out as Turkish at 0.07. */
const LEAST_CONFIDENCE = 0.075;
const LEAST_LEAD = 0.02;
/** How much text the detector of other languages reads, in UTF-16 code units. */
const SAMPLE_LENGTH = 2_000;

/**
 * Tells the language of a text from its beginning.
 *
 * English is settled by its filler words; only another language loads the
 * trigram detector (tinyld).
 */
export async function detectLanguage(document: Pick<TextDocument, 'text' | 'words'>): Promise<Language> {
  const sample = document.words.slice(0, SAMPLE_WORDS);
  const english = sample.filter((word) => ENGLISH_WORDS.has(word.lower)).length / Math.max(sample.length, 1);
  if (sample.length >= FEWEST_WORDS && english >= ENGLISH_SHARE) {
    return { code: 'en', confidence: Math.min(1, 0.6 + english) };
  }
  const { detectAll } = await import('tinyld/light');
  const [best, next] = detectAll(document.text.slice(0, SAMPLE_LENGTH));
  const isGuess = best === undefined || best.accuracy < LEAST_CONFIDENCE || best.accuracy - (next?.accuracy ?? 0) < LEAST_LEAD;
  if (isGuess) return { code: 'und', confidence: 0 };
  return { code: best.lang, confidence: Math.min(1, best.accuracy) };
}

/** The English name of a language by its ISO 639-1 code: `de` becomes "German". */
export function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}
