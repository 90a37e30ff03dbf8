import type { Emotion } from '../emotion.js';

/** Emoticons by the feeling they show: a rating from -4 to 4 as in the lexicon of VADER, and the emotion. At most four characters. */
export const EMOTICONS: readonly (readonly [valence: number, emotion: Emotion | null, emoticons: string])[] = [
  [2, 'joy', ":) :-) =) :] (: (-: :D :-D =D ;D :') :'D ^^ ^_^ <3 :3 8) 8-) :* :-*"],
  [1, null, ';) ;-) :P :-P :p =P ;P'],
  [-1.9, 'sadness', ":( :-( =( :[ ): )-: :'( ;( </3 T_T ;_; D:"],
  [-1.4, null, ':/ :-/ :\\ :-\\ =/ :| :-| -_-'],
  [-1.9, 'anger', '>:( >:[ >.<'],
  [0.3, 'surprise', ':o :O :-o :-O o_O O_o'],
];
