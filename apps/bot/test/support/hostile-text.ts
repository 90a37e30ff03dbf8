import type { Dice } from '@discord-intelligence/testing/random';

/** Text that breaks layouts: markup, mentions, links, scripts of both directions, marks, emoji, controls, broken pairs. */
export const HOSTILE_PIECES = [
  '**bold** ', '__under__ ', '||spoiler|| ', '`code` ', '```\nfence\n``` ', '# heading\n', '-# small\n', '> quote\n', '>>> block\n',
  '- item\n', '1. item\n', '[click](https://evil.example) ', 'https://evil.example/a_b ', 'discord.gg/abcdef ', '<https://evil.example> ',
  '@everyone ', '@here ', '<@1234567890123456789> ', '<@&1234567890123456789> ', '<#1234567890123456789> ', '</cmd:1234567890123456789> ',
  '<t:1700000000:R> ', '<:name:1234567890123456789> ', ':smile: ', '\\', '\\\\* ', 'مرحبا بالعالم ', 'שלום עולם ', '\u202eesrever\u202c ', '\u2067rtl\u2069 ',
  '\u200b\u200b\u200b', '\ufeff', '\u0000', '\u0007', '👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇩🇪', '𝒜𝒷', '\ud83d', '\udc00', `Z${'\u0301'.repeat(60)}`, 'e\u0301',
  'word ', 'A sentence ends here. ', 'また明日。', 'x', '   ', '\n\n\n', '\t', '&lt;b&gt; ', '***___~~~', '(((', ']]]',
] as const;

/** Hostile text of about a number of UTF-16 code units, at least one. */
export function hostileText(random: Dice, length: number): string {
  // One piece over and over is as likely as a mixture.
  const pieces = random.whole(4) === 0 ? [random.pick(HOSTILE_PIECES)] : HOSTILE_PIECES;
  let text = '';
  while (text.length < length) text += random.pick(pieces);
  return text.slice(0, length);
}

/** Whether a text has no half of a surrogate pair, so that it survives a request. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
