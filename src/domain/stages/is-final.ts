import type { Stage } from '../../db/generated/prisma/client.ts';

const finalKey = /(^|-)(won|lost)(-|$)/;

/** Whether a lead that got there is done with: the stage is called won or lost, such as Closed Won. */
export const isFinal = ({ key }: Pick<Stage, 'key'>): boolean => finalKey.test(key);
