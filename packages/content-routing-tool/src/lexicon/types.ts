import { BUSINESS } from './business.js';
import { DISCUSSION } from './discussion.js';
import { EDUCATIONAL } from './educational.js';
import { ENTERTAINMENT } from './entertainment.js';
import { NEWS } from './news.js';
import { POLITICAL } from './political.js';
import { SCIENTIFIC } from './scientific.js';
import { SPORTS } from './sports.js';
import { TECHNOLOGY } from './technology.js';
import type { TypeLexicon } from './type-lexicon.js';

/** The words of every type. */
export const TYPES: readonly TypeLexicon[] = [
  EDUCATIONAL,
  ENTERTAINMENT,
  NEWS,
  TECHNOLOGY,
  DISCUSSION,
  POLITICAL,
  SCIENTIFIC,
  BUSINESS,
  SPORTS,
];
