import type { Emotion } from '../emotion.js';

/** Emoji by the feeling they show: a rating from -4 to 4, and the emotion if there is one. */
export const EMOJI: readonly (readonly [valence: number, emotion: Emotion | null, emoji: string])[] = [
  [2.8, 'joy', '😀😃😄😁😆😂🤣😊😇🙂😍🥰😘😋🤩🥳😻😺😸😹❤💕💖💗💓💞💘💝💛💚💙💜🧡🤎🎉🎊💃🕺🥹😌'],
  [2, null, '👍👏🙌💯🔥✨🌟⭐🏆🥇💪😎🤗👌🤝✅🎁🌈☀😏'],
  [1.5, 'trust', '🙏🫶'],
  [1, 'anticipation', '🤞🤔⏳'],
  [0.5, 'surprise', '😮😲😯🤯🙀😳'],
  [-2.3, 'sadness', '😢😭😞😔😟🙁☹😥😓😿💔🥺😩😫😪😣'],
  [-2.6, 'anger', '😠😡🤬👿😤🖕💢'],
  [-2.2, 'fear', '😨😰😱😧😦🫣'],
  [-2.4, 'disgust', '🤢🤮💩😒🙄👎😑🤡😖'],
  [-1.2, null, '😕😐😬🤦❌⚠💀🤷'],
];
