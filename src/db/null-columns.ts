import type { Prisma } from './generated/prisma/client.ts';
import { getDatamodel } from './generated/pothos-types.ts';

const { models } = getDatamodel().datamodel;

/** The columns of a model that may be null, each as null. */
export const nullColumns = (model: Prisma.ModelName): object =>
  Object.fromEntries(
    (models[model]?.fields ?? [])
      .filter(({ kind, isRequired }) => kind !== 'object' && !isRequired)
      .map(({ name }) => [name, null]),
  );
