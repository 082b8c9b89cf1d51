import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { readTags } from '../filters/read-filter.ts';
import type { LeadStatus } from '../generated/operations.ts';
import type { Choices } from '../use-choices.ts';
import { isWordOf, statuses } from '../words.ts';
import classes from './bulk-bar.module.css';
import { useBulk } from './use-bulk.ts';
import type { LeadOfList } from './use-lead-list.ts';

type Props = {
  readonly leads: readonly LeadOfList[];
  readonly choices: Choices;
  readonly onClear: () => void;
  readonly onDone: () => void;
};

/** What can be done to the leads that are chosen. */
export function BulkBar({ leads, choices, onClear, onDone }: Props) {
  const { t, i18n } = useLingui();
  const bulk = useBulk(onDone);
  const [isTagging, tagging] = useDisclosure();
  const [isAsked, asking] = useDisclosure();
  const setStatus = (status: LeadStatus) =>
    bulk.change(leads, { toInput: () => ({ status }), toState: (lead) => ({ status: lead.status }) });
  const setTags = (given: readonly string[], isAdded: boolean) =>
    bulk.change(leads, {
      toInput: ({ tags }) => ({
        tags: isAdded ? [...new Set([...tags, ...given])] : tags.filter((tag) => !given.includes(tag)),
      }),
      toState: ({ tags }) => ({ tags: [...tags] }),
      isMadeOfSeen: true,
    });
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t`Chosen leads`}>
      <strong className="figures">
        <Plural value={leads.length} one="# chosen" other="# chosen" />
      </strong>
      <Choose name={t`Stage`}>
        {choices.stages.map(({ key, name }) => (
          <Menu.Item
            key={key}
            onClick={() =>
              void bulk.change(leads, {
                toInput: () => ({ stage: key }),
                // A stage may carry a status.
                toState: ({ stage, status }) => (stage ? { stage: stage.key, status } : { status }),
              })
            }
          >
            {name}
          </Menu.Item>
        ))}
      </Choose>
      <Choose name={t`Status`}>
        {Object.entries(statuses).map(([status, name]) => (
          <Menu.Item key={status} onClick={() => isWordOf(statuses, status) && void setStatus(status)}>
            {i18n._(name)}
          </Menu.Item>
        ))}
      </Choose>
      {choices.members.length > 0 && (
        <Choose name={t`Owner`}>
          {[{ id: null, name: t`Nobody` }, ...choices.members].map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() =>
                void bulk.change(leads, {
                  toInput: () => ({ assignedToId: id }),
                  toState: (lead) => ({ assignedToId: lead.assignedTo?.id ?? null }),
                })
              }
            >
              {name}
            </Menu.Item>
          ))}
        </Choose>
      )}
      <Button size="xs" variant="default" onClick={tagging.open}>
        <Trans>Tags</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={asking.open}>
        <Trans>Delete</Trans>
      </Button>
      <Button size="xs" variant="subtle" onClick={onClear}>
        <Trans>Choose none</Trans>
      </Button>
      <AskOnce
        isOpen={isAsked}
        title={t`${plural(leads.length, { one: 'Delete # lead?', other: 'Delete # leads?' })}`}
        text={t`They leave their campaigns for good. They themselves can be brought back.`}
        action={t`${plural(leads.length, { one: 'Delete # lead', other: 'Delete # leads' })}`}
        onDone={() => void bulk.remove(leads).then((isDone) => (isDone ? onClear() : undefined))}
        onClose={asking.close}
      />
      <Dialog isOpen={isTagging} onClose={tagging.close} title={t`Change tags`}>
        <Tags
          onPut={(tags, isAdded) => {
            tagging.close();
            void setTags(tags, isAdded);
          }}
        />
      </Dialog>
    </div>
  );
}

function Choose({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default">
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes['choices'] ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Tags({ onPut }: { readonly onPut: (tags: readonly string[], isAdded: boolean) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const tags = readTags(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (tags.length > 0) onPut(tags, true);
      }}
    >
      <TextInput
        label={t`Tags`}
        description={t`Several by commas.`}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={tags.length === 0} onClick={() => onPut(tags, false)}>
          <Trans>Take off</Trans>
        </Button>
        <Button type="submit" disabled={tags.length === 0}>
          <Trans>Add</Trans>
        </Button>
      </Group>
    </form>
  );
}
