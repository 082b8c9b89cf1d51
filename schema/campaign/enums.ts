import { CampaignTrigger, EnrolmentStatus } from '../../src/db/generated/prisma/enums.ts';
import { enumOf } from '../builder/enums.ts';

export const CampaignTriggerEnum = enumOf('CampaignTrigger', 'What enrols leads in a campaign.', CampaignTrigger, {
  QUIZ_COMPLETED: 'A touchpoint: the lead completed a quiz.',
  PROPOSAL_VIEWED: 'A touchpoint: the lead looked at a proposal.',
  CTA_CLICKED: 'A touchpoint: the lead followed a call to action.',
  MEETING_BOOKED: 'A touchpoint: the lead booked a meeting.',
  STAGE_CHANGED: 'The lead moved to another stage.',
  MANUAL: 'Nothing: somebody enrols leads by hand.',
});

export const EnrolmentStatusEnum = enumOf(
  'EnrolmentStatus',
  'How far a lead has come in a campaign.',
  EnrolmentStatus,
  {
    ACTIVE: 'Mail is queued.',
    COMPLETED: 'The last mail went out.',
    STOPPED: 'It ended early; what was queued is skipped.',
  },
);
