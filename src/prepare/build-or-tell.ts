/** Builds what an installation can do without for a while: where it fails, that is told, with what makes up for it. */
export async function buildOrTell(name: 'console' | 'widget' | 'server', build: () => Promise<void>): Promise<void> {
  try {
    await build();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The ${name} was not built: ${why}\nEverything else is installed. Run npm run ${name}:build.\n`,
    );
  }
}
