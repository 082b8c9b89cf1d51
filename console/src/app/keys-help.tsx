import { useLingui } from '@lingui/react/macro';
import { Kbd, Table } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { useCommandList } from './commands.tsx';

export function KeysHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Keys`}>
      {isOpen && <KeyTable />}
    </Dialog>
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
