import { texts } from '../../db/run/args.ts';
import { change } from '../../db/run/statement.ts';

/** Takes from the audit what it told of the values of rows that are gone for good. */
export const forgetChanges = change({
  name: 'forget-changes',
  args: { subjectIds: texts },
  beyondBusiness: 'What was told of a row goes with it, under whatever business it stood.',
  text: 'update audit_entries set changes = null where org_id = :org and subject_id = any(:subjectIds) and changes is not null',
});
