import { type PartialEvent, schemaFingerprint, StructuredOutputError, wrap } from '@discord-intelligence/structured-outputs';
import * as z from 'zod';

const Person = z.object({ name: z.string(), age: z.number().int() });

/** What the release rehearsal runs against the published package, as ESM and as CommonJS, without openai. */
export async function smoke(): Promise<string> {
  const answers = ['{"name":"Ada","age":"unknown"}', "Here: {'name': 'Ada', 'age': 36,}"];
  const client = wrap(
    {
      chat: {
        completions: {
          async create(params: { readonly stream?: boolean }) {
            if (params.stream === true) return chunks('{"name":"Ada","age":36}');
            return { choices: [{ finish_reason: 'stop', message: { content: answers.shift() ?? '' } }], usage: { total_tokens: 15 } };
          },
        },
      },
    },
    { mode: 'MD_JSON', maxRetries: 1, defaultParams: { model: 'smoke' } },
  );
  const messages = [{ role: 'user', content: 'Who wrote the first program?' }] as const;

  const { data, meta } = await client.chat.completions.createWithMeta({ messages, response_model: Person });
  data satisfies { name: string; age: number };
  if (data.age !== 36 || meta.attempts.length !== 2 || meta.usage.total_tokens !== 30) throw new Error(`asked again wrongly: ${JSON.stringify({ data, meta })}`);

  const events: PartialEvent<z.infer<typeof Person>>[] = [];
  for await (const event of client.chat.completions.create({ messages, response_model: Person, stream: true })) events.push(event);
  if (events.at(-1)?.type !== 'final') throw new Error('the stream has no end');

  const outcome = await client.chat.completions.createOr({ messages, response_model: Person }, null);
  if (!outcome.degraded || !StructuredOutputError.is(outcome.error, 'no_output')) throw new Error('an empty answer was accepted');
  return `asks again and mends: ${data.name}, schema ${schemaFingerprint(Person).slice(0, 8)}`;
}

async function* chunks(text: string) {
  for (const piece of text.match(/.{1,5}/g) ?? []) yield { choices: [{ delta: { content: piece } }] };
}
