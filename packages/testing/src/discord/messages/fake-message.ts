import { isJson, jsonList, textOf, type Json } from '../json.js';
import type { World } from '../world.js';

import { mentionTexts, pingsOf } from './mentions.js';
import type { StoredFile } from './stored-file.js';
import { isEphemeral, isLoading, toWireMessage, type StoredMessage } from './stored-message.js';

/** A button or select of a message. */
export interface FakeControl {
  readonly customId: string | undefined;
  readonly label: string | undefined;
  readonly url: string | undefined;
  readonly isDisabled: boolean;
  readonly component: Json;
}

/** A message at one moment, as a person in the channel sees it. */
export interface FakeMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly files: readonly StoredFile[];
  readonly flags: number;
  readonly isEphemeral: boolean;
  /** True while Discord shows "is thinking". */
  readonly isLoading: boolean;
  readonly isEdited: boolean;
  readonly repliesToId: string | undefined;
  /** Everything readable: content, embeds, text displays, labels, placeholders, file names; one a line. */
  readonly text: string;
  readonly controls: readonly FakeControl[];
  /** `allowed_mentions` of the last request that wrote the message. */
  readonly allowedMentions: Json | undefined;
  /** Whom the message notified: `everyone`, `here`, `user:<id>`, `role:<id>`. */
  readonly pings: readonly string[];
  /** The message object of Discord's API. */
  readonly wire: Json;
}

/** A picture of the stored message; later edits do not change it. */
export function toFakeMessage(world: World, message: StoredMessage): FakeMessage {
  const wire = structuredClone(toWireMessage(world, message));
  const embeds = jsonList(wire.embeds);
  const components = jsonList(wire.components);
  const files = [...message.files];
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.author.id,
    content: message.content,
    embeds,
    components,
    files,
    flags: message.flags,
    isEphemeral: isEphemeral(message),
    isLoading: isLoading(message),
    isEdited: message.editedAtMs !== undefined,
    repliesToId: message.repliesToId,
    text: [message.content, ...[...embeds, ...components].flatMap(readable), ...files.map(({ name }) => name)]
      .filter((line) => line !== '')
      .join('\n'),
    controls: components.flatMap(controlsIn),
    allowedMentions: message.allowedMentions,
    pings: pingsOf(mentionTexts(message.content, components), message.allowedMentions),
    wire,
  };
}

const READABLE_KEYS = new Set(['title', 'description', 'name', 'value', 'text', 'content', 'label', 'placeholder']);

/** Every text under an embed or a component, in order. */
function readable(node: Json): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'string') return READABLE_KEYS.has(key) ? [value] : [];
    if (Array.isArray(value)) return jsonList(value).flatMap(readable);
    return isJson(value) ? readable(value) : [];
  });
}

function controlsIn(component: Json): FakeControl[] {
  const nested = [...jsonList(component.components), ...(isJson(component.accessory) ? [component.accessory] : [])];
  if (textOf(component.custom_id) === undefined && textOf(component.url) === undefined) return nested.flatMap(controlsIn);
  return [
    {
      customId: textOf(component.custom_id),
      label: textOf(component.label) ?? textOf(component.placeholder),
      url: textOf(component.url),
      isDisabled: component.disabled === true,
      component,
    },
  ];
}
