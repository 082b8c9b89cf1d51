/** A page that says in a sentence why there is none. The message is ours, never a caller's text. */
export const errorPage = (status: number, message: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${status}</title>
<style>body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1.25rem }</style>
<h1>${status}</h1>
<p>${message}</p>
<p><a href="/">Where everything is</a></p>
</html>
`;
