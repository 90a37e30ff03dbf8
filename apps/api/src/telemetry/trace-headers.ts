import { pinoMixin } from '@discord-intelligence/observability';

/** Header that carries the trace id of a request alone, for people to search by. */
export const TRACE_ID_HEADER = 'trace-id';
/** The same for machines: `version-trace-span-flags` (W3C Trace Context, level 2, "Traceresponse Header"). */
const TRACE_RESPONSE_HEADER = 'traceresponse';

const traceIds = pinoMixin();

/** Headers that name the trace of the request at hand; none while telemetry is off. */
export function traceHeaders(): Record<string, string> {
  const { trace_id, span_id, trace_flags } = traceIds();
  if (trace_id === undefined) return {};
  return { [TRACE_ID_HEADER]: trace_id, [TRACE_RESPONSE_HEADER]: `00-${trace_id}-${span_id ?? ''}-${trace_flags ?? '00'}` };
}
