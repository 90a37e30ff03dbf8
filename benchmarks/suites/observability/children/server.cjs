// A Fastify server under one kind of telemetry. CommonJS, so that what patches modules as they are required can do it.
async function main() {
  const { openTelemetry } = await import('./telemetry.mjs');
  const { kind, url, folder } = JSON.parse(process.argv[2]);
  const telemetry = await openTelemetry({ kind, url, folder });
  const app = require('fastify')();
  app.get('/items/:id', async (request) => ({ id: request.params.id, name: 'a thing', tags: ['one', 'two'] }));
  await telemetry.instrument(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.on('message', async ({ isDone }) => {
    if (isDone) await telemetry.flush();
    const { user, system } = process.cpuUsage();
    process.send({ cpuUs: user + system });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url: `http://127.0.0.1:${app.server.address().port}` });
}

void main();
