/** Ends with 0 where the server in this container can serve, with 1 where it cannot or does not answer in time. */
const port = process.env['PORT'] ?? '4000';
const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exitCode = answer?.ok === true ? 0 : 1;
