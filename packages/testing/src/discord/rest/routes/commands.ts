import { isJson, jsonList, type Json } from '../../json.js';
import { checkCommand, checkCommandCounts, checkCommandList } from '../../limits/commands.js';
import type { RegisteredCommand } from '../../commands/command-store.js';
import type { World } from '../../world.js';
import { DiscordApiError } from '../api-error.js';
import { NO_CONTENT, ok, type ApiRequest, type Route, type RouteParameters } from '../api-request.js';

const GLOBAL = '/applications/:applicationId/commands';
const IN_GUILD = '/applications/:applicationId/guilds/:guildId/commands';

/** Registration of commands, global and for one guild. */
export const commandRoutes: readonly Route[] = [GLOBAL, IN_GUILD].flatMap((pattern): Route[] => [
  {
    method: 'GET',
    pattern,
    needsToken: true,
    handle: (_request, parameters, world) => ok(commandsOf(world, parameters).map(({ wire }) => wire)),
  },
  {
    method: 'PUT',
    pattern,
    needsToken: true,
    check(check, { body }) {
      if (!Array.isArray(body)) check.fail('_errors', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
      checkCommandList(check, jsonList(body));
    },
    handle(request, parameters, world) {
      scopeOf(world, parameters);
      const commands = world.commands.overwrite(parameters.guildId, jsonList(request.body));
      world.changed.notify();
      return ok(commands.map(({ wire }) => wire));
    },
  },
  {
    method: 'POST',
    pattern,
    needsToken: true,
    check(check, request, parameters, world) {
      const body = bodyOf(request);
      const others = commandsOf(world, parameters).filter(({ name, type }) => name !== body.name || type !== (body.type ?? 1));
      checkCommand(check, '', body);
      checkCommandCounts(check, [...others.map(({ wire }) => wire), body]);
    },
    handle(request, parameters, world) {
      scopeOf(world, parameters);
      const { command, isNew } = world.commands.upsert(parameters.guildId, bodyOf(request));
      world.changed.notify();
      return { status: isNew ? 201 : 200, body: command.wire };
    },
  },
  {
    method: 'GET',
    pattern: `${pattern}/:commandId`,
    needsToken: true,
    handle: (_request, parameters, world) => ok(findCommand(world, parameters).wire),
  },
  {
    method: 'PATCH',
    pattern: `${pattern}/:commandId`,
    needsToken: true,
    check(check, request, { commandId }, world) {
      const known = world.commands.list.find(({ id }) => id === commandId);
      checkCommand(check, '', { ...known?.wire, ...bodyOf(request) });
    },
    handle(request, parameters, world) {
      const command = world.commands.update(findCommand(world, parameters), bodyOf(request));
      world.changed.notify();
      return ok(command.wire);
    },
  },
  {
    method: 'DELETE',
    pattern: `${pattern}/:commandId`,
    needsToken: true,
    handle(_request, parameters, world) {
      world.commands.remove(findCommand(world, parameters).id);
      world.changed.notify();
      return NO_CONTENT;
    },
  },
]);

function scopeOf(world: World, { applicationId, guildId }: RouteParameters): void {
  if (applicationId !== world.bot.id) throw new DiscordApiError('notFound');
  if (guildId !== undefined && !world.guilds.has(guildId)) throw new DiscordApiError('unknownGuild');
}

function commandsOf(world: World, { guildId }: RouteParameters): RegisteredCommand[] {
  return world.commands.list.filter((command) => command.guildId === guildId);
}

function findCommand(world: World, parameters: RouteParameters): RegisteredCommand {
  scopeOf(world, parameters);
  const command = commandsOf(world, parameters).find(({ id }) => id === parameters.commandId);
  if (!command) throw new DiscordApiError('unknownCommand');
  return command;
}

function bodyOf({ body }: ApiRequest): Json {
  return isJson(body) ? body : {};
}
