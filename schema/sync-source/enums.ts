import { SyncDeliveryOutcome, SyncSourceType } from '../../src/db/generated/prisma/enums.ts';
import { enumOf } from '../builder/enums.ts';

export const SyncSourceTypeEnum = enumOf('SyncSourceType', 'What kind of source leads come from.', SyncSourceType, {
  GMAIL: 'A Gmail inbox, or any other that IMAP reads: see connectMailbox.',
  API_SDR: 'An agent or tool that finds leads and calls the API.',
  FORM_WEBHOOK: 'A form that posts what was entered.',
  GENERIC_WEBHOOK: 'Anything else that posts.',
});

export const SyncDeliveryOutcomeEnum = enumOf(
  'SyncDeliveryOutcome',
  'What was made of what came to a sync source.',
  SyncDeliveryOutcome,
  {
    CREATED: 'A lead was made.',
    UPDATED: 'A lead that was there was completed, or moved on.',
    UNCHANGED: 'A lead that was there knows all of it.',
    REPEATED: 'The same body came in the day before.',
    REFUSED: 'It was not taken; the reason says why.',
    OVER_BUDGET: 'The leads of the hour are used up.',
    NO_ROOM: 'The workspace holds as many leads as its plan allows.',
  },
);
