import type { ProviderCall } from './provider-call.js';
import type { EndpointReply } from './reply-plan.js';
import { json, raw, type ReplyOptions } from './replies.js';

/** A stretch of speech. */
export interface TranscriptionSegment {
  /** Seconds from the start. */
  readonly start: number;
  /** Seconds from the start. */
  readonly end: number;
  readonly text: string;
}

/** What the recording is heard as. */
export interface TranscriptionOptions extends ReplyOptions {
  /** @default one segment of the whole text, one second a word */
  readonly segments?: readonly TranscriptionSegment[];
  /** @default 'english' */
  readonly language?: string;
}

/** A transcription as `json`, `text` or `verbose_json`, whichever the request asks for. */
export function transcription(heard: string, { segments, language = 'english', ...options }: TranscriptionOptions = {}): EndpointReply {
  const spoken = segments ?? [{ start: 0, end: heard.split(' ').length, text: heard }];
  return {
    endpoint: 'audio/transcriptions',
    play(call) {
      switch (formatOf(call)) {
        case 'text':
          return raw(`${heard}\n`, { ...options, contentType: 'text/plain; charset=utf-8' });
        case 'verbose_json':
          return json(
            {
              task: 'transcribe',
              language,
              duration: spoken.at(-1)?.end ?? 0,
              text: heard,
              segments: spoken.map((segment, id) => ({
                id,
                seek: 0,
                ...segment,
                tokens: [],
                temperature: 0,
                avg_logprob: -0.2,
                compression_ratio: 1,
                no_speech_prob: 0,
              })),
            },
            options,
          );
        default:
          return json({ text: heard }, options);
      }
    },
  };
}

function formatOf({ body }: ProviderCall): unknown {
  return typeof body === 'object' && body !== null && 'response_format' in body ? body.response_format : undefined;
}
