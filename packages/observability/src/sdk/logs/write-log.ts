import { context } from '@opentelemetry/api';
import type { Logger, SeverityNumber } from '@opentelemetry/api-logs';

import { encodeValue } from '../../encode/encode-value.js';
import { LEVELS, type LevelName } from '../../levels.js';
import type { AttributeMap } from '../../logfire-span.js';
import { LOGFIRE, SUFFIX } from '../../names/attributes.js';
import type { ContentCapture, Runtime } from '../../runtime.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import { type JsonKinds, jsonKindOf, jsonSchemaOf } from '../json-schema.js';
import { show } from '../spans/open-span.js';
import { createTemplates } from '../spans/template.js';
import { BODY_CHARACTERS } from './log-processor.js';

/** What writing logs needs. */
export interface WriteLogOptions {
  readonly logger: Logger;
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  readonly minLevel: LevelName;
}

const MOST_ATTRIBUTES = 120;

/** Makes the function that writes our own log records. */
export function createWriteLog({ logger, scrubber, captureContent, minLevel }: WriteLogOptions): Runtime['log'] {
  const fill = createTemplates();

  return (level, template, attributes) => {
    if (level.number < LEVELS[minLevel]) return;
    try {
      const given = (typeof attributes === 'function' ? attributes() : attributes) ?? {};
      const message = fill(template, (key) => show(given, key, { scrubber, captureContent })) ?? template;
      logger.emit({
        severityNumber: severityOf(level.number),
        severityText: level.name,
        body: message.slice(0, 2 * BODY_CHARACTERS),
        attributes: { ...encodeAll(given), ...(message !== template && { [LOGFIRE.messageTemplate]: template.slice(0, 1024) }) },
        context: context.active(),
      });
    } catch {
      // attributes that cannot be read
    }
  };

  function encodeAll(attributes: AttributeMap): Record<string, string | number | boolean | string[]> {
    const encoded: Record<string, string | number | boolean | string[]> = {};
    const nulls: string[] = [];
    const json: JsonKinds = {};
    for (const key of Object.keys(attributes).slice(0, MOST_ATTRIBUTES)) {
      const kind = scrubber.classOf(key);
      if (kind === 'leak' || (kind === 'content' && captureContent !== 'full')) continue;
      const value = attributes[key];
      if (value === null) nulls.push(key);
      const { value: one, isCut, isJson } = encodeValue(value, { key, scrubber });
      if (one !== undefined) encoded[key] = one;
      if (isJson) json[key] = jsonKindOf(one);
      if (isCut) encoded[key + SUFFIX.truncated] = true;
    }
    if (nulls.length > 0) encoded[LOGFIRE.nullArguments] = nulls;
    if (Object.keys(json).length > 0) encoded[LOGFIRE.jsonSchema] = jsonSchemaOf(json);
    return encoded;
  }
}

/** Our levels are the numbers of OpenTelemetry's enum. */
function severityOf(number: number): SeverityNumber {
  const severity: unknown = number;
  return severity as SeverityNumber;
}
