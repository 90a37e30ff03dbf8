/** Titles and other abbreviations that stand before a name, mostly with a full stop. */
export const TITLES = 'dr mr mrs ms prof st sen rep gen gov lt col sgt capt rev hon sir mt ft';
