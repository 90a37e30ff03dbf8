// Answers every request at once: one completion, or a stream of so many chunks of which each leaves in a turn of the loop of its own.
import { createServer } from 'node:http';

const CHUNKS = 20;
const head = { id: 'chatcmpl-1', created: 1_700_000_000, model: 'gpt-4o-mini' };
const usage = { prompt_tokens: 180, completion_tokens: 60, total_tokens: 240 };
const content = 'The council voted for the bridge, because the old one can carry no buses; the money comes out of the fund for roads. ';

const answer = JSON.stringify({
  ...head,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: content.repeat(2), refusal: null }, logprobs: null, finish_reason: 'stop' }],
  usage,
});
const event = (choices, rest = {}) => `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, ...rest })}\n\n`;
const events = [
  ...Array.from({ length: CHUNKS }, (_, index) => event([{ index: 0, delta: { ...(index === 0 && { role: 'assistant' }), content: content.slice(index * 6, index * 6 + 6) }, logprobs: null, finish_reason: index === CHUNKS - 1 ? 'stop' : null }])),
  `${event([], { usage })}data: [DONE]\n\n`,
];

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (piece) => { body += piece; });
  request.on('end', () => {
    if (!JSON.parse(body).stream) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let sent = 0;
    const next = () => {
      if (sent === events.length) return void response.end();
      response.write(events[sent++]);
      setImmediate(next);
    };
    next();
  });
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/v1` }));
process.on('disconnect', () => process.exit());
