import { Trans, useLingui } from '@lingui/react/macro';
import { Combobox, Kbd, ScrollArea, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '../data/problem.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useFound } from './search/use-found.ts';
import { useCommandList } from './commands.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Goes anywhere: what can be done here, and leads, conversations and events by id or words. */
export function Palette({ isOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Go to or do`} size="lg" yOffset="12vh">
      {isOpen && <Choices onClose={onClose} />}
    </Dialog>
  );
}

function Choices({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const combobox = useCombobox({ opened: true });
  const commands = useCommandList();
  const wanted = text.trim().toLowerCase();
  const { commands: found, error } = useFound(wanted);
  const matching = commands.filter(({ name }) => name.toLowerCase().includes(wanted));
  const all = [...matching, ...found];

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(index) => {
        onClose();
        all[Number(index)]?.run();
      }}
    >
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          aria-label={t`Search`}
          placeholder={t`A screen, an action, a name, an id`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
      </Combobox.EventsTarget>
      <ScrollArea.Autosize mah="50vh" mt="sm" type="auto">
        <Combobox.Options aria-label={t`Found`}>
          {all.map(({ name, key }, index) => (
            <Combobox.Option value={String(index)} key={`${name} ${String(index)}`} className="spread">
              <span className="cut">{name}</span>
              {key && <Kbd size="xs">{key}</Kbd>}
            </Combobox.Option>
          ))}
          {error && (
            <Combobox.Empty role="alert">
              <Trans>The leads could not be searched: {toProblem(error).message}</Trans>
            </Combobox.Empty>
          )}
          {all.length === 0 && !error && (
            <Combobox.Empty>
              <Trans>Nothing is called that.</Trans>
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </ScrollArea.Autosize>
    </Combobox>
  );
}
