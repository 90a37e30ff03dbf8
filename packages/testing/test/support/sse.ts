/** Reads a stream of server-sent events until it ends or breaks. */
export async function readEvents(response: Response): Promise<{ readonly data: string[]; readonly comments: number; readonly error?: unknown }> {
  const decoder = new TextDecoder();
  const data: string[] = [];
  let comments = 0;
  let rest = '';
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        if (event.startsWith(':')) comments += 1;
        else data.push(event.replace(/^data: /, ''));
      }
    }
    return { data, comments };
  } catch (error) {
    return { data, comments, error };
  }
}

/** The text of the content deltas among the events. */
export function contentOf(data: readonly string[]): string {
  return data
    .filter((event) => event !== '[DONE]')
    .map((event) => (JSON.parse(event) as { choices?: { delta?: { content?: string } }[] }).choices?.[0]?.delta?.content ?? '')
    .join('');
}
