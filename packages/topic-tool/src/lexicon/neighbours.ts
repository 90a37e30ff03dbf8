/** Words after which a word in small letters is a verb. */
export const BEFORE_VERBS =
  "i you we they he she who will would can could should must may might cannot can't don't doesn't didn't won't wouldn't couldn't shouldn't dont doesnt didnt wont cant i'll you'll we'll they'll he'll she'll let's gonna wanna gotta please never always";

/** Words that open a noun phrase: a word between "to" and one of them is a verb. */
export const DETERMINERS = 'a an the this that these those my your his her its our their me you him it us them one any some all every each no more';
