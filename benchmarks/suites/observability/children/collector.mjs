// Takes every delivery and answers at once, as a collector that is never the bottleneck.
import { createServer } from 'node:http';

const server = createServer((request, response) => request.resume().on('end', () => response.end()));
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit());
