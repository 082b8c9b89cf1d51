/** Builds what a browser is served. The product serves all its APIs without it, and says where it is asked for that it is missing. */
export async function buildForBrowsers(name: 'console' | 'widget', build: () => Promise<void>): Promise<void> {
  try {
    await build();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The ${name} was not built: ${why}\nEverything else is installed. Run npm run ${name}:build.\n`,
    );
  }
}
