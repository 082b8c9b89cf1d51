import type { Prisma } from '../generated/prisma/client.ts';

/** What leads and messages are searched by is as large as they are; neither that nor what leads are sorted by is shown. */
export const neverRead = {
  lead: { search: true, sortName: true },
  message: { search: true },
} as const satisfies Prisma.GlobalOmitConfig;
