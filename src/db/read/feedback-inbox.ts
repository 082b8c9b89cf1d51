import type { Feedback, Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** Reports of every workspace, for the staff of the installation alone: the verbs that use it ask for `staff` first. */
export type FeedbackInbox = {
  /** The workspace a report is of; null where there is none of that id. */
  findOwner(id: string): Promise<string | null>;
  findMany(args: Prisma.FeedbackFindManyArgs): Promise<Feedback[]>;
  findFirst(args: { where: { id: string }; select: { id: true } }): Promise<{ id: string } | null>;
  count(args: { where: Prisma.FeedbackWhereInput }): Promise<number>;
};

export const createFeedbackInbox = ({ feedback }: PrismaClient): FeedbackInbox => ({
  async findOwner(id) {
    return (await feedback.findFirst({ where: { id }, select: { orgId: true } }))?.orgId ?? null;
  },
  findMany: (args) => feedback.findMany(args),
  findFirst: (args) => feedback.findFirst(args),
  count: (args) => feedback.count(args),
});
