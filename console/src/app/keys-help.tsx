import { useLingui } from '@lingui/react/macro';
import { Kbd, Switch, Table } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { useCommandList } from './commands.tsx';
import { useKeysSetting } from './use-keys-setting.ts';

export function KeysHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Keys`}>
      {isOpen && <KeysSwitch />}
      {isOpen && <KeyTable />}
    </Dialog>
  );
}

function KeysSwitch() {
  const { t } = useLingui();
  const [areOn, setAreOn] = useKeysSetting();
  return (
    <Switch
      mb="md"
      label={t`Keys without ⌘ or Ctrl`}
      description={t`Switched off, they do nothing in this browser. ⌘K still finds all that they do.`}
      checked={areOn}
      onChange={(event) => setAreOn(event.currentTarget.checked)}
    />
  );
}

function KeyTable() {
  const commands = useCommandList().filter(({ key }) => key !== undefined);
  return (
    <Table>
      <Table.Tbody>
        {commands.map(({ name, key }) => (
          <Table.Tr key={`${name} ${key ?? ''}`}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="right">
              <Kbd>{key}</Kbd>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
