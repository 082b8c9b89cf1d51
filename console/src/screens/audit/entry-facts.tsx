import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Face } from '../../parts/face.tsx';
import { Id } from '../../parts/id.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { When } from '../../parts/when.tsx';
import classes from './audit.module.css';
import type { OneEntryQuery } from './generated/operations.ts';
import { subjectOf } from './subject-of.ts';

type Entry = Extract<NonNullable<OneEntryQuery['node']>, { readonly kind: 'AuditEntry' }>;
type Props = { readonly entry: Entry };

/** Who, when, of what, and by which request. */
export function EntryFacts({ entry }: Props) {
  const { t } = useLingui();
  return (
    <dl className={classes['facts']}>
      <Fact name={t`Who`}>
        <Who entry={entry} />
      </Fact>
      <Fact name={t`When`}>
        <When at={entry.createdAt} />
      </Fact>
      <Fact name={t`Of what`}>
        <OfWhat entry={entry} />
      </Fact>
      <Fact name={t`What was done`}>
        <ScreenLink path="audit" search={{ action: entry.action }}>
          <Trans>All like it</Trans>
        </ScreenLink>
      </Fact>
      <Fact name={t`Request`}>
        <Id id={entry.requestId} />
      </Fact>
      <Fact name={t`Revision`}>
        <span className="figures">{entry.revision}</span>
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Who = ({ entry: { member, apiKeyId, apiKeyName } }: Props) => (
  <>
    {member && (
      <Group gap="xs" wrap="nowrap">
        <Face name={member.name} url={member.avatarUrl} />
        <ScreenLink path="members" id={member.id}>
          {member.name}
        </ScreenLink>
      </Group>
    )}
    {apiKeyId === null ? (
      !member && <Trans>The product itself</Trans>
    ) : (
      <ScreenLink path="developers" id={apiKeyId}>
        {apiKeyName ?? apiKeyId}
      </ScreenLink>
    )}
  </>
);

function OfWhat({ entry }: Props) {
  const subject = subjectOf(entry);
  if (subject === null) return <Id id={entry.subjectId} />;
  return (
    <>
      <Id id={subject.id} />
      <Group gap="sm" mt="sm">
        {subject.path !== null && (
          <ScreenLink path={subject.path} id={subject.id}>
            <Trans>Open it</Trans>
          </ScreenLink>
        )}
        <ScreenLink path="audit" search={{ of: subject.id }}>
          <Trans>All its changes</Trans>
        </ScreenLink>
      </Group>
    </>
  );
}
