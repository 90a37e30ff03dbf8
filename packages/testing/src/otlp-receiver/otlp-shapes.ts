import type { MessageShape } from './wire.js';

// Fields by number, as opentelemetry-proto 1.9 declares them; those that no test looks at are left out.

const ANY_VALUE: MessageShape = { fields: { 1: ['string', 'string'], 2: ['bool', 'bool'], 3: ['int', 'int64'], 4: ['double', 'double'], 7: ['bytes', 'bytes'] } };
const KEY_VALUE: MessageShape = { fields: { 1: ['key', 'string'], 2: ['value', ANY_VALUE] } };
ANY_VALUE.fields[5] = ['array', { fields: { 1: ['values', ANY_VALUE, 'repeated'] } }];
ANY_VALUE.fields[6] = ['map', { fields: { 1: ['values', KEY_VALUE, 'repeated'] } }];

const RESOURCE: MessageShape = { fields: { 1: ['attributes', KEY_VALUE, 'repeated'] } };
const SCOPE: MessageShape = { fields: { 1: ['name', 'string'], 2: ['version', 'string'] } };

const SPAN: MessageShape = {
  fields: {
    1: ['traceId', 'hex'],
    2: ['spanId', 'hex'],
    4: ['parentSpanId', 'hex'],
    5: ['name', 'string'],
    6: ['kind', 'varint'],
    7: ['start', 'fixed64'],
    8: ['end', 'fixed64'],
    9: ['attributes', KEY_VALUE, 'repeated'],
    10: ['droppedAttributes', 'varint'],
    11: ['events', { fields: { 1: ['time', 'fixed64'], 2: ['name', 'string'], 3: ['attributes', KEY_VALUE, 'repeated'] } }, 'repeated'],
    13: ['links', { fields: { 1: ['traceId', 'hex'], 2: ['spanId', 'hex'], 4: ['attributes', KEY_VALUE, 'repeated'] } }, 'repeated'],
    15: ['status', { fields: { 2: ['message', 'string'], 3: ['code', 'varint'] } }],
  },
};

const LOG: MessageShape = {
  fields: {
    1: ['time', 'fixed64'],
    2: ['severityNumber', 'varint'],
    3: ['severityText', 'string'],
    5: ['body', ANY_VALUE],
    6: ['attributes', KEY_VALUE, 'repeated'],
    9: ['traceId', 'hex'],
    10: ['spanId', 'hex'],
    12: ['eventName', 'string'],
  },
};

const NUMBER_POINT: MessageShape = { fields: { 4: ['double', 'double'], 6: ['int', 'sfixed64'], 7: ['attributes', KEY_VALUE, 'repeated'] } };
const HISTOGRAM_POINT: MessageShape = {
  fields: {
    4: ['count', 'fixed64'],
    5: ['sum', 'double'],
    6: ['buckets', 'fixed64', 'repeated'],
    7: ['bounds', 'double', 'repeated'],
    9: ['attributes', KEY_VALUE, 'repeated'],
  },
};
const METRIC: MessageShape = {
  fields: {
    1: ['name', 'string'],
    2: ['description', 'string'],
    3: ['unit', 'string'],
    5: ['gauge', { fields: { 1: ['points', NUMBER_POINT, 'repeated'] } }],
    7: ['sum', { fields: { 1: ['points', NUMBER_POINT, 'repeated'], 3: ['isMonotonic', 'bool'] } }],
    9: ['histogram', { fields: { 1: ['points', HISTOGRAM_POINT, 'repeated'] } }],
  },
};

const request = (item: MessageShape): MessageShape => ({
  fields: {
    1: ['resources', { fields: { 1: ['resource', RESOURCE], 2: ['scopes', { fields: { 1: ['scope', SCOPE], 2: ['items', item, 'repeated'] } }, 'repeated'] } }, 'repeated'],
  },
});

/** The bodies of OTLP/HTTP, by their path. */
export const OTLP_REQUESTS: Readonly<Record<string, MessageShape>> = {
  '/v1/traces': request(SPAN),
  '/v1/logs': request(LOG),
  '/v1/metrics': request(METRIC),
};
