import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { When } from '../../../parts/when.tsx';
import { touchpointTypes } from '../../../parts/words.ts';
import type { LeadBesideQuery } from '../generated/operations.ts';
import classes from '../inbox.module.css';

type Happened = {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly more: string | null;
  readonly who: string | null;
};

/** Contacts and notes, the newest first. */
export function Timeline({ lead }: { readonly lead: NonNullable<LeadBesideQuery['lead']> }) {
  const { t, i18n } = useLingui();
  const touchpoints = (lead.touchpoints?.nodes ?? []).map(
    ({ id, type, summary, channel, occurredAt, author }): Happened => ({
      id,
      at: occurredAt,
      what: [i18n._(touchpointTypes[type]), channel].filter(Boolean).join(' · '),
      more: summary,
      who: author?.name ?? null,
    }),
  );
  const notes = (lead.notes?.nodes ?? []).map(({ id, body, createdAt, author }): Happened => ({
    id,
    at: createdAt,
    what: t`Note`,
    more: body,
    who: author?.name ?? null,
  }));
  const all = [
    ...touchpoints,
    ...notes,
    { id: lead.id, at: lead.createdAt, what: t`Became a lead`, more: null, who: null },
  ];
  return (
    <>
      <Text component="h3" fw={600} mb="xs">
        <Trans>Timeline</Trans>
      </Text>
      <ul className={classes['timeline']}>
        {all
          .toSorted((one, other) => (one.at < other.at ? 1 : -1))
          .map(({ id, at, what, more, who }) => (
            <li key={id}>
              <div className="spread muted">
                <span>{[what, who].filter(Boolean).join(' · ')}</span>
                <When at={at} />
              </div>
              {more}
            </li>
          ))}
      </ul>
    </>
  );
}
