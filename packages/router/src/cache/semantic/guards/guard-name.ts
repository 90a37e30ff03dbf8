/** What two texts differ in, so that one's answer may not be the other's. */
export type GuardName =
  /** Different numbers, or in another order. */
  | 'number'
  /** Different names, or in another order. */
  | 'name'
  /** Different text in quotation marks. */
  | 'quote'
  /** Different code. */
  | 'code'
  /** Different links, addresses, mentions or tags. */
  | 'link'
  /** One denies more often than the other. */
  | 'negation'
  /** One says the opposite word of the other, such as buy and sell. */
  | 'opposite'
  /** Different languages. */
  | 'language'
  /** Different text behind a colon or a line break: what is to be worked on. */
  | 'payload'
  /** The same words change places around from, to, than and the like. */
  | 'direction'
  /** Much the same sentence, but for a word that carries meaning. */
  | 'wording';
