// Gives the JSON of its standard input to whoever asks for anything, and says where it listens.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const answer = Buffer.from(await text(process.stdin));
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/v1`);
});
