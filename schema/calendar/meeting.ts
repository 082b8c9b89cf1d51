import type { Meeting } from '../../src/db/generated/prisma/client.ts';
import { CalendarProvider, MeetingState } from '../../src/db/generated/prisma/enums.ts';
import type { ScopedReader } from '../../src/db/scoped.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../src/ids.ts';
import { builder } from '../builder/builder.ts';
import { childConnection, connectionType, pageArgs, pageComplexity } from '../builder/connection.ts';
import { enumOf } from '../builder/enums.ts';
import { belowLead } from '../lead/type.ts';
import { LeadRef, MeetingRef, NodeRef } from '../builder/refs.ts';

export const CalendarProviderEnum = enumOf('CalendarProvider', 'Where meetings are booked.', CalendarProvider, {
  CALENDLY: 'Calendly.',
  CAL_COM: 'Cal.com, theirs or one of your own.',
});

const MeetingStateEnum = enumOf('MeetingState', 'What became of a booked meeting.', MeetingState, {
  BOOKED: 'It takes place, or took place.',
  RESCHEDULED: 'It was moved: another meeting takes its place.',
  CANCELLED: 'It was cancelled.',
  FORGOTTEN: 'Its lead was removed for good.',
});

MeetingRef.implement({
  description:
    'A meeting that somebody booked where an account of the workspace is connected, one for each invitee. One that is moved is another meeting from then on, unless its provider keeps the booking and gives it another time.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Meeting', id) }),
    provider: t.field({
      type: CalendarProviderEnum,
      description: 'Where it was booked.',
      resolve: ({ provider }) => provider,
    }),
    state: t.field({ type: MeetingStateEnum, description: 'What became of it.', resolve: ({ state }) => state }),
    title: t.exposeString('title', { nullable: true, description: 'What the provider calls it.' }),
    eventUri: t.exposeString('eventUri', {
      nullable: true,
      description: 'What the provider calls what was booked, the same for all of its invitees.',
    }),
    joinUrl: t.exposeString('joinUrl', { nullable: true, description: 'Where to join it.' }),
    inviteeName: t.exposeString('inviteeName', { nullable: true, description: 'The name that was given.' }),
    inviteeEmail: t.exposeString('inviteeEmail', { nullable: true, description: 'The address that was given.' }),
    startsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it begins.',
      resolve: ({ startsAt }) => startsAt,
    }),
    endsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends.',
      resolve: ({ endsAt }) => endsAt,
    }),
    movedFromAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was to begin before it was moved; null where it was not.',
      resolve: ({ movedFromAt }) => movedFromAt,
    }),
    cancelReason: t.exposeString('cancelReason', {
      nullable: true,
      description: 'Why it was cancelled, as whoever did so said.',
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was told of first.',
      resolve: ({ createdAt }) => createdAt,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    leadId: t.id({
      nullable: true,
      description: 'The id of the lead.',
      resolve: ({ leadId }) => toGlobalIdOrNull('Lead', leadId),
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => (leadId === null ? null : loaders.lead.load(leadId)),
    }),
  }),
});

const MeetingConnection = connectionType(MeetingRef, 'Meeting');

builder.objectField(LeadRef, 'meetings', (t) =>
  t.field({
    type: MeetingConnection,
    nullable: true,
    description:
      'The meetings it booked, the latest that was told of first, as they are now; null in an event of a lead that is gone since. Needs `leads:read`.',
    authScopes: { scope: 'leads:read' },
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      state: t.arg({ type: MeetingStateEnum, description: 'Only meetings of which this became.' }),
    },
    resolve: (lead, args, { loaders }) =>
      belowLead(lead, loaders, () =>
        childConnection('Meeting', loaders.meetingsOfLead, lead.id, args, () => ({ filter: { state: args.state } })),
      ),
  }),
);

/** A meeting as it is now; null for one whose lead is not there. */
export async function findShownMeeting({ db }: { readonly db: ScopedReader }, id: string): Promise<Meeting | null> {
  const meeting = await db.meeting.findFirst({ where: { id } });
  if (meeting === null || meeting.leadId === null) return null;
  const lead = await db.lead.findFirst({ where: { id: meeting.leadId, deletedAt: null }, select: { id: true } });
  return lead && meeting;
}
