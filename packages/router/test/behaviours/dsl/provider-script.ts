import * as z from 'zod';

const Milliseconds = z.number().min(0);
const TokenCount = z.number().int().min(0);

const Usage = z.strictObject({ prompt: TokenCount.optional(), completion: TokenCount.optional(), cached: TokenCount.optional(), reasoning: TokenCount.optional(), cost: z.number().optional() });

const ToolCall = z.strictObject({ name: z.string(), arguments: z.unknown(), id: z.string().optional() });

const Body = z.strictObject({
  completion: z.string().nullable().optional(),
  finish: z.string().nullable().optional(),
  usage: Usage.nullable().optional(),
  toolCall: ToolCall.optional(),
  toolCalls: z.array(ToolCall).optional(),
  refusal: z.string().optional(),
  error: z.record(z.string(), z.unknown()).optional(),
  embedding: z.array(z.number()).optional(),
  raw: z.string().optional(),
});

const StreamEvent = z.strictObject({
  afterMs: Milliseconds.optional(),
  delta: z.string().optional(),
  toolCall: z.strictObject({ index: z.number().int().optional(), id: z.string().optional(), name: z.string().optional(), arguments: z.unknown() }).partial().optional(),
  finish: z.string().optional(),
  usage: Usage.optional(),
  done: z.literal(true).optional(),
  errorEvent: z.record(z.string(), z.unknown()).optional(),
  comment: z.string().optional(),
  drop: z.literal(true).optional(),
  stall: z.literal(true).optional(),
});

/** One step of a provider's script. */
export const ProviderStep = z.strictObject({
  status: z.number().int().min(100).max(599).optional(),
  latencyMs: Milliseconds.optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: Body.optional(),
  stream: z.array(StreamEvent).optional(),
  network: z.enum(['refused', 'reset', 'hang']).optional(),
  bodyStall: z.boolean().optional(),
});

/** {@link ProviderStep} as read. */
export type ProviderStep = z.infer<typeof ProviderStep>;
