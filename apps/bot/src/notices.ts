/** What the bot says when there is no card to show. Discord's Markdown. */
export const NOTICES = {
  blankText: 'There is nothing to analyse: the text is blank. Use `/analyze` with a sentence or more.',
  emptyMessage: 'This message has no text to analyse.',
  onlyAttachments:
    'This message has attachments but no text of its own, and I read text only. Copy the words you mean into `/analyze`.',
  onlyEmbeds:
    'This message has embeds or a layout but no text of its own. Copy the words you mean into `/analyze`.',
  onlySticker: 'This message is a sticker, which has no text to analyse.',
  systemMessage: 'This message was written by Discord itself, such as a welcome or a pin: there is no text of a person to analyse.',
  unreadableMessage: 'I cannot read this message. Copy the words you mean into `/analyze`.',
  nothingFound: 'There is nothing to analyse in this text: it holds no words.',
  tooLong: 'This text is too long to analyse. Use a part of it.',
  busy: 'I am busy with other texts just now. Please try again in a minute.',
  restarting: 'I am restarting. Please try again in a minute.',
  timedOut: 'The analysis took too long and was stopped. Please try a shorter text.',
  unknownCommand: 'I do not know this command any more. It will disappear from the list shortly; `/analyze` works.',
} as const;

/** Says that something broke, with the id under which the log has it. */
export function failureNotice(id: string): string {
  return `Something went wrong on my side. Please try again; if it happens again, tell the person who runs me this number: \`${id}\``;
}
