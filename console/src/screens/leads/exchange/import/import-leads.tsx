import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import type { Choices } from '../../use-choices.ts';
import { ChooseFile, type CsvFile } from './choose-file.tsx';
import { MapColumns } from './map-columns.tsx';
import { Outcome } from './outcome.tsx';
import { useImport } from './use-import.ts';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly choices: Choices;
  readonly onMade: () => void;
};

/** Makes leads of a CSV file: choose it, say what its columns are, and see what became of each row. */
export function ImportLeads({ isOpen, onClose, choices, onMade }: Props) {
  const { t } = useLingui();
  const [file, setFile] = useState<CsvFile | null>(null);
  const importing = useImport();
  const { current } = importing;
  const isRunning = current?.state === 'running';

  function close() {
    // What runs is stopped first, so that it is seen what became of it.
    if (isRunning) return importing.stop();
    if (current) onMade();
    setFile(null);
    importing.forget();
    return onClose();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t`Import leads`} size="xl">
      {file === null ? (
        <ChooseFile onChosen={setFile} onClose={close} />
      ) : (
        <MapColumns file={file} choices={choices} importing={importing} onBack={() => setFile(null)}>
          {(again, labelOf) =>
            current && (
              <Outcome
                head={file.head}
                current={current}
                labelOf={labelOf}
                onStop={importing.stop}
                onAgain={again}
                onClose={close}
              />
            )
          }
        </MapColumns>
      )}
    </Dialog>
  );
}
