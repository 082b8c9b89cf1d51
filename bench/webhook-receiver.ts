import { createServer } from 'node:http';

/** A subscriber's server in a process of its own: answers 200 to everything and knows when each event began to arrive. */
const arrivals = new Map<string, number>();
let received = 0;

const server = createServer((request, response) => {
  received += 1;
  const eventId = request.headers['webhook-id'];
  if (typeof eventId === 'string' && !arrivals.has(eventId))
    arrivals.set(eventId, performance.timeOrigin + performance.now());
  request.resume();
  request.on('end', () => response.writeHead(200).end('ok'));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});

process.on('message', (question: 'count' | 'arrivals' | 'forget') => {
  if (question === 'count') process.send?.({ received });
  if (question === 'arrivals') process.send?.({ arrivals: [...arrivals] });
  if (question === 'forget') {
    arrivals.clear();
    received = 0;
    process.send?.({ received });
  }
});
process.on('disconnect', () => process.exit());
