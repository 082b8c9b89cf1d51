import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { noFilter, pickFilter } from './read-filter.ts';
import { useSavedFilters } from './saved-filters.ts';

/** Filters kept under a name. */
export function SavedMenu() {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const { saved, save, remove } = useSavedFilters();
  const [isNaming, naming] = useDisclosure();
  const [name, setName] = useState('');
  const shown = { ...pickFilter(search), ...(search['sort'] !== undefined && { sort: search['sort'] }) };
  const same = saved.find((other) => JSON.stringify(other.search) === JSON.stringify(shown));
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default">
            {same?.name ?? t`Saved filters`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.map((one) => (
            <Menu.Item key={one.name} onClick={() => filter({ ...noFilter, sort: '', ...one.search })}>
              {one.name}
            </Menu.Item>
          ))}
          {saved.length > 0 && <Menu.Divider />}
          <Menu.Item disabled={Object.keys(shown).length === 0} onClick={naming.open}>
            <Trans>Save this filter</Trans>
          </Menu.Item>
          {same && (
            <Menu.Item onClick={() => remove(same.name)}>
              <Trans>Forget “{same.name}”</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog isOpen={isNaming} onClose={naming.close} title={t`Save this filter`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            save(name.trim(), shown);
            setName('');
            naming.close();
          }}
        >
          <TextInput
            label={t`Name`}
            description={t`It is kept in this browser, for you.`}
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit" disabled={name.trim() === ''}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </form>
      </Dialog>
    </>
  );
}
