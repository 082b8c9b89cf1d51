import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { toProblem } from '../../data/problem.ts';
import { useSession } from '../../data/session.tsx';
import { useEvents, useLiveQuery } from '../../data/use-live-query.ts';
import { useMutate } from '../../data/use-mutate.ts';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../parts/tell.ts';
import { AssigneesDocument, AssignLeadDocument, type LeadOfTaskFragment } from './generated/operations.ts';

type Props = { readonly lead: LeadOfTaskFragment; readonly onChanged: () => void };

/** Whose task it is: whoever has the lead has what is to be done about it. */
export function Assignee({ lead, onChanged }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const assign = useMutate(AssignLeadDocument);
  const mayAssign = may('leads:write', 'members:read');
  const { data, error: unread } = useLiveQuery(AssigneesDocument, { variables: {}, on: [], pause: !mayAssign });
  useEvents(['LEAD_UPDATED'], (event) => {
    if (event && 'lead' in event && event.lead?.id === lead.id) onChanged();
  });
  const { assignedTo } = lead;
  const members = data?.members.nodes ?? [];
  // Who has it may have left the team since, or not be read yet.
  const others = assignedTo && !members.some(({ id }) => id === assignedTo.id) ? [assignedTo] : [];

  async function change(memberId: string) {
    const { data: done, error } = await assign({
      id: lead.id,
      input: { assignedToId: memberId || null },
      ifStill: { assignedToId: assignedTo?.id ?? null },
    });
    onChanged();
    if (error) return tellFailed(t`Not assigned`, error);
    const name = done.updateLead.lead.assignedTo?.name;
    return tellDone(name === undefined ? t`Assigned to nobody` : t`Assigned to ${name}`);
  }

  return (
    <>
      {mayAssign ? (
        <NativeSelect
          mt="lg"
          label={t`Assigned to`}
          description={t`Whoever has the lead has its tasks. It is saved at once.`}
          error={unread && toProblem(unread).message}
          disabled={!data}
          value={assignedTo?.id ?? ''}
          data={[
            { value: '', label: t`Nobody` },
            ...[...others, ...members].map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => void change(event.currentTarget.value)}
        />
      ) : (
        <p>{assignedTo ? <Trans>Assigned to {assignedTo.name}</Trans> : <Trans>Assigned to nobody</Trans>}</p>
      )}
      <p>
        <ScreenLink path="leads" id={lead.id}>
          {lead.name ?? lead.email ?? lead.id}
        </ScreenLink>
      </p>
    </>
  );
}
