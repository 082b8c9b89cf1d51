import { listFeedback, listFeedbackInbox, listUnreadFeedback } from '../../src/domain/feedback/list-feedback.ts';
import { builder } from '../builder/builder.ts';
import { connectionType, pageArgs, pageComplexity, toConnection, toPageInput } from '../builder/connection.ts';
import { FeedbackStatusEnum, FeedbackTypeEnum } from './enums.ts';
import { fresh } from '../builder/fresh.ts';
import { FeedbackRef } from './type.ts';
import { rowIdOf } from '../builder/global-id.ts';

const FeedbackConnection = connectionType(FeedbackRef, 'Feedback');

const FeedbackFilterInput = builder.inputType('FeedbackFilter', {
  description: 'Which reports to list. Every field given must hold.',
  fields: (t) => ({
    id: t.id({ description: 'The one of this id. One there is not finds nothing.' }),
    status: t.field({ type: FeedbackStatusEnum, description: 'With this status.' }),
    type: t.field({ type: FeedbackTypeEnum, description: 'Of this kind.' }),
  }),
});

const listArgs = (t: Parameters<typeof pageArgs>[0]) => ({
  ...pageArgs(t),
  offset: t.int({ description: 'Rows to skip: the legacy way of paging. Not together with `after`.' }),
  filter: t({ type: FeedbackFilterInput, description: 'Which reports.' }),
});

type Filter = typeof FeedbackFilterInput.$inferInput | null | undefined;

const toRows = (filter: Filter) => ({ ...filter, id: filter?.id == null ? null : rowIdOf('Feedback', filter.id) });

builder.queryFields((t) => ({
  feedback: t.field({
    type: FeedbackConnection,
    description:
      'What this workspace reported to the operators, newest first: all of it, for a key locked to a business as well. Needs `feedback:read`.',
    complexity: pageComplexity,
    args: listArgs(t.arg),
    resolve: async (_, { filter, ...page }, context) =>
      toConnection('Feedback', await listFeedback(context, toRows(filter), toPageInput('Feedback', page))),
  }),
  unreadFeedback: t.field({
    type: [FeedbackRef],
    description:
      'Reports that were resolved and not acknowledged yet, the earliest answer first: at most 50. Needs `feedback:read`.',
    resolve: (_, __, context) => listUnreadFeedback(context),
  }),
  feedbackInbox: t.field({
    type: FeedbackConnection,
    description: 'What all workspaces of the installation reported, newest first. Needs `staff`.',
    extensions: fresh('other organisation'),
    complexity: pageComplexity,
    args: listArgs(t.arg),
    resolve: async (_, { filter, ...page }, context) =>
      toConnection('Feedback', await listFeedbackInbox(context, toRows(filter), toPageInput('Feedback', page))),
  }),
}));
