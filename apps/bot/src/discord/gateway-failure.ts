import { GatewayCloseCodes } from 'discord.js';

import { BotError } from '../errors.js';

const TOKEN_REFUSED: number = GatewayCloseCodes.AuthenticationFailed;
const INTENTS_REFUSED: number = GatewayCloseCodes.DisallowedIntents;

/** What a close code after which discord.js does not connect again means to the person who runs the bot. */
export function gatewayFailure(closeCode: number): BotError {
  if (closeCode === TOKEN_REFUSED) return invalidToken();
  if (closeCode === INTENTS_REFUSED) {
    return new BotError(
      'intents_refused',
      'Discord refused the intents of the bot (close code 4014): a privileged intent is asked for that is not switched on ' +
        'under "Bot" in the Discord Developer Portal.',
    );
  }
  return new BotError('gateway_refused', `Discord ended the connection for good (close code ${closeCode}).`);
}

/** Discord knows no bot by this token. */
export function invalidToken(options?: ErrorOptions): BotError {
  return new BotError(
    'token_invalid',
    'Discord refused the token of the bot (close code 4004 or status 401): set DISCORD_BOT_TOKEN to the token shown under ' +
      '"Bot" in the Discord Developer Portal, and reset it there if it was lost.',
    options,
  );
}
