import { ComponentType } from 'discord-api-types/v10';

import { isJson, textOf, type Json } from '../json.js';

import { checkButton, checkSelect, SELECT_TYPES } from './controls.js';
import type { FormCheck } from './form-check.js';

/** Layout limits (Discord developer documentation, "Component Reference", read 2026-08-06). */
const LIMITS = {
  rows: 5,
  buttonsInRow: 5,
  /** All components of a message, nested ones included. */
  total: 40,
  /** All text displays of a message together. */
  text: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1024,
} as const;

const LEGACY_TOP = new Set<unknown>([ComponentType.ActionRow]);
const IN_CONTAINER = new Set<unknown>([
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]);
const V2_TOP = new Set<unknown>([...IN_CONTAINER, ComponentType.Container]);

/** What the check must know of the message around the components. */
export interface ComponentContext {
  /** Whether the message carries the components-v2 flag. */
  readonly isV2: boolean;
  /** Names that `attachment://` may refer to. */
  readonly fileNames: ReadonlySet<string>;
}

/** Checks the components of one message; answers the file names they show. */
export function checkComponents(check: FormCheck, field: string, value: unknown, context: ComponentContext): Set<string> {
  const taken = new Set<string>();
  const shown = new Set<string>();
  let count = 0;
  let textLength = 0;

  const top = check.list(field, value, { max: context.isV2 ? LIMITS.total : LIMITS.rows });
  visitAll(field, top, context.isV2 ? V2_TOP : LEGACY_TOP);
  if (count > LIMITS.total) {
    check.fail(field, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The total number of components cannot exceed ${LIMITS.total}`);
  }
  if (textLength > LIMITS.text) {
    check.fail(field, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `Component displayable text size exceeds maximum size of ${LIMITS.text}`);
  }
  return shown;

  function visitAll(at: string, components: readonly Json[], allowed: ReadonlySet<unknown>): void {
    components.forEach((component, index) => {
      const here = `${at}.${index}`;
      count += 1;
      if (allowed.has(component.type)) visit(here, component);
      else check.fail(`${here}.type`, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${[...allowed].join(', ')}).`);
    });
  }

  function visit(at: string, component: Json): void {
    switch (component.type) {
      case ComponentType.ActionRow:
        visitRow(at, component);
        break;
      case ComponentType.Container:
        visitAll(`${at}.components`, check.list(`${at}.components`, component.components, { min: 1, max: LIMITS.total }), IN_CONTAINER);
        break;
      case ComponentType.Section:
        visitSection(at, component);
        break;
      case ComponentType.TextDisplay:
        textLength += check.text(`${at}.content`, component.content, { min: 1, max: LIMITS.text, isRequired: true });
        break;
      case ComponentType.MediaGallery:
        check.list(`${at}.items`, component.items, { min: 1, max: LIMITS.galleryItems }).forEach((item, index) => {
          visitMedia(`${at}.items.${index}.media`, item.media);
          check.text(`${at}.items.${index}.description`, item.description, { max: LIMITS.mediaDescription });
        });
        break;
      case ComponentType.File:
        visitMedia(`${at}.file`, component.file, true);
        break;
    }
  }

  function visitRow(at: string, row: Json): void {
    const children = check.list(`${at}.components`, row.components, { min: 1, max: LIMITS.buttonsInRow });
    children.forEach((child, index) => {
      const here = `${at}.components.${index}`;
      count += 1;
      if (child.type === ComponentType.Button) checkButton(check, here, child, taken);
      else if (!SELECT_TYPES.has(child.type)) {
        check.fail(`${here}.type`, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).');
      } else if (children.length > 1) {
        check.fail(`${at}.components`, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select takes a whole row');
      } else checkSelect(check, here, child, taken);
    });
  }

  function visitSection(at: string, section: Json): void {
    const texts = check.list(`${at}.components`, section.components, { min: 1, max: LIMITS.sectionTexts });
    visitAll(`${at}.components`, texts, new Set([ComponentType.TextDisplay]));
    const accessory = isJson(section.accessory) ? section.accessory : {};
    count += 1;
    if (accessory.type === ComponentType.Button) checkButton(check, `${at}.accessory`, accessory, taken);
    else if (accessory.type === ComponentType.Thumbnail) {
      visitMedia(`${at}.accessory.media`, accessory.media);
      check.text(`${at}.accessory.description`, accessory.description, { max: LIMITS.mediaDescription });
    } else check.fail(`${at}.accessory`, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  function visitMedia(at: string, media: unknown, mustBeAttachment = false): void {
    const url = isJson(media) ? textOf(media.url) : undefined;
    const name = url?.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    if (url === undefined) check.fail(`${at}.url`, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (name !== undefined) {
      shown.add(name);
      if (!context.fileNames.has(name)) {
        check.fail(`${at}.url`, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', `The referenced attachment "${name}" was not found`);
      }
    } else if (mustBeAttachment || !/^https?:\/\//.test(url)) {
      check.fail(`${at}.url`, 'URL_TYPE_INVALID_SCHEME', 'Scheme is not allowed here.');
    }
  }
}
