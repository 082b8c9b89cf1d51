import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';

// Nine megabytes of text, which end with this thread: what is kept is a quarter of it.
const files = {
  'graphiql.js': js,
  'graphiql.css': css,
  'editor-worker.js': editorWorkerService,
  'json-worker.js': jsonWorker,
  'graphql-worker.js': graphqlWorker,
};

const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, gzipSync(text)]));
// oxlint-disable-next-line require-post-message-target-origin -- a port, not a window
parentPort?.postMessage(packed);
