import type { TouchpointType } from '../../../db/generated/prisma/enums.ts';

/** The types of touchpoints that give points of confidence. */
export const scoredTypes = [
  'QUIZ_COMPLETED',
  'PROPOSAL_VIEWED',
  'VIDEO_WATCHED',
  'CTA_CLICKED',
  'MEETING_BOOKED',
] as const satisfies readonly TouchpointType[];

export const isScored = (type: TouchpointType): boolean => scoredTypes.some((scored) => scored === type);
