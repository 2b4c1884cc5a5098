import { Radio, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { tellProblem } from '../../shell/notices.tsx';
import { FilePlace } from './file-place.tsx';
import { Judged } from './judged.tsx';
import { useJudging } from './judging.ts';
import type { ExportName, FileFormat, ImportMode, ImportResult } from './transfer-requests.ts';
import { sendImport } from './transfer-requests.ts';
import { collectionWord, exportNames } from './transfer-words.ts';

/** The manager's limit: a larger file would be sent in vain. */
const BYTES_MAX = 5_000_000;

/** A file of records: compared first, applied when somebody has seen what it would do. */
export function ImportCard(): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [collection, setCollection] = useState<ExportName>('devices');
  const [mode, setMode] = useState<ImportMode>('merge');
  const judging = useJudging<ImportResult>();

  const compare = async (chosen: File, into: ExportName, how: ImportMode) => {
    const text = await chosen.text();
    const wish = { collection: into, format: formatOf(chosen.name), text, mode: how };
    await judging.judge((since) => sendImport(wish, since));
  };
  const choose = (chosen: File) => {
    if (chosen.size > BYTES_MAX) {
      tellProblem(word('fileTooLarge', { name: chosen.name, limit: '5 MB' }));
      return;
    }
    // An exported file's name says what is in it.
    const named = exportNames.find((each) => chosen.name.toLowerCase().includes(`seatmatrix-${each}.`)) ?? collection;
    const into = named === 'site' && formatOf(chosen.name) === 'csv' ? 'devices' : named;
    setFile(chosen);
    setCollection(into);
    void compare(chosen, into, mode);
  };
  const again = (into: ExportName, how: ImportMode) => {
    setCollection(into);
    setMode(how);
    if (file !== null) void compare(file, into, how);
  };
  return (
    <section className="card stack" aria-labelledby="import" data-import={judging.state.step}>
      <h2 id="import">{word('importTitle')}</h2>
      <p className="quiet">{word('importText')}</p>
      <FilePlace label={word('importFile')} accept=".csv,.yaml,.yml" file={file} choose={choose} />
      <div className="transfer-line">
        <Select
          className="grow"
          label={word('importWhat')}
          allowDeselect={false}
          data={exportNames.map((each) => ({
            value: each,
            label: collectionWord(each),
            disabled: each === 'site' && file !== null && formatOf(file.name) === 'csv',
          }))}
          value={collection}
          onChange={(chosen) => again(exportNames.find((each) => each === chosen) ?? collection, mode)}
        />
      </div>
      <Radio.Group
        label={word('importMode')}
        value={mode}
        onChange={(chosen) => again(collection, chosen === 'replace' ? 'replace' : 'merge')}
      >
        <div className="stack tight">
          <Radio value="merge" label={word('merge')} description={word('mergeText')} />
          <Radio value="replace" label={word('replace')} description={word('replaceText')} />
        </div>
      </Radio.Group>
      <Judged
        judging={judging}
        done={word('importDone')}
        restart={() => {
          judging.reset();
          setFile(null);
        }}
        compareAgain={() => file !== null && void compare(file, collection, mode)}
      />
    </section>
  );
}

/** By the extension; a CSV is what people call something else, too. */
const formatOf = (name: string): FileFormat => (/\.ya?ml$/i.test(name) ? 'yaml' : 'csv');
