import type { World } from '../world.js';

/** The user object of Discord's API. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot: boolean;
  readonly flags: number;
  readonly public_flags: number;
  readonly primary_guild: null;
}

/** A person of the fake. */
export interface FakeUser {
  readonly id: string;
  readonly name: string;
}

/** Adds a person, or the bot itself. */
export function addUser(world: Pick<World, 'nextId' | 'users'>, name: string, options: { readonly isBot?: boolean } = {}): Account {
  const user: Account = {
    id: world.nextId(),
    username: name.toLowerCase().replaceAll(' ', '_'),
    global_name: options.isBot ? null : name,
    discriminator: '0',
    avatar: null,
    bot: options.isBot ?? false,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  };
  world.users.set(user.id, user);
  return user;
}
