import type { FakeUser } from '../people/people.js';
import type { FakeChannel } from '../world.js';

import type { InteractionPlace } from './stored-interaction.js';

/** Who does something, and where. */
export interface Where {
  /**
   * The person.
   * @default discord.someone
   */
  readonly user?: FakeUser;
  /**
   * `guild`: a channel of the guild. `dm`: the direct messages with the bot.
   * `private`: anywhere else, through a user-installed command.
   * @default 'guild'
   */
  readonly place?: InteractionPlace;
  /**
   * A channel of the guild.
   * @default discord.channel
   */
  readonly channel?: FakeChannel;
  /**
   * Language of the person's client, such as `de`.
   * @default 'en-US'
   */
  readonly locale?: string;
  /**
   * Permission bits of the person.
   * @default what `@everyone` may do
   */
  readonly permissions?: bigint;
  /**
   * Permission bits of the application in the channel.
   * @default what `@everyone` may do
   */
  readonly appPermissions?: bigint;
}
