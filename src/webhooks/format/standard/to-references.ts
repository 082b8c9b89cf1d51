import { toGlobalId } from '../../../ids.ts';
import type { Business, Member, Stage, Widget } from '../../../db/generated/prisma/client.ts';
import type { Author } from '../../../events/snapshot.ts';
import type { Shown } from '../../../shown.ts';

// What resources refer to, as it was when the event happened.

export const toStage = (stage: Stage) =>
  ({
    id: toGlobalId('Stage', stage.id),
    key: stage.key,
    name: stage.name,
    order: stage.order,
    isDefault: stage.isDefault,
    status: stage.status,
  }) satisfies Shown<Stage, 'orgId' | 'createdAt'>;

export const toBusiness = (business: Business | null) =>
  business &&
  ({
    id: toGlobalId('Business', business.id),
    name: business.name,
    createdAt: business.createdAt,
  } satisfies Shown<Business, 'orgId'>);

export const toWidget = (widget: Widget | null) =>
  widget &&
  ({
    id: toGlobalId('Widget', widget.id),
    name: widget.name,
    allowedOrigins: widget.allowedOrigins,
    leadsPerHour: widget.leadsPerHour,
    createdAt: widget.createdAt,
  } satisfies Shown<Widget, 'orgId' | 'businessId' | 'deletedAt'>);

/** Without the e-mail address and the role, which need `members:read`: an endpoint's maker holds only what reads its events. */
export const toMember = (member: Member | null) =>
  member &&
  ({
    id: toGlobalId('Member', member.id),
    type: member.type,
    name: member.name,
    avatarUrl: member.avatarUrl,
    createdAt: member.createdAt,
  } satisfies Shown<Member, 'orgId' | 'email' | 'role' | 'joinedAt' | 'removedAt'>);

export const toAuthor = (author: Author | null) =>
  author &&
  ({
    id: toGlobalId(author.type === 'API_KEY' ? 'ApiKey' : 'Member', author.id),
    name: author.name,
    type: author.type,
    avatarUrl: author.avatarUrl,
  } satisfies Shown<Author>);
