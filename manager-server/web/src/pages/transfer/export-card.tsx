import { Button, SegmentedControl, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { downloadBlob } from '../../parts/download.ts';
import { Icon } from '../../shell/icons.tsx';
import { tellDone, tellProblem } from '../../shell/notices.tsx';
import { type ExportName, exportAddress, type FileFormat } from './transfer-requests.ts';
import { collectionWord, exportNames } from './transfer-words.ts';

/** A part of the site, or all of it, as a file that a spreadsheet or an editor opens. */
export function ExportCard(): ReactNode {
  const [collection, setCollection] = useState<ExportName>('devices');
  const [wished, setFormat] = useState<FileFormat>('csv');
  const [busy, setBusy] = useState(false);
  const format = collection === 'site' ? 'yaml' : wished;
  const fetchFile = async () => {
    setBusy(true);
    try {
      const name = `seatmatrix-${collection}.${format}`;
      downloadBlob(name, await exportedFile(collection, format));
      tellDone(word('exported', { name }));
    } catch (error) {
      tellProblem(failureText(error));
    }
    setBusy(false);
  };
  return (
    <section className="card stack" aria-labelledby="export">
      <h2 id="export">{word('exportTitle')}</h2>
      <p className="quiet">{word('exportText')}</p>
      <div className="transfer-line">
        <Select
          className="grow"
          label={word('exportWhat')}
          allowDeselect={false}
          data={exportNames.map((each) => ({ value: each, label: collectionWord(each) }))}
          value={collection}
          onChange={(chosen) => setCollection(exportNames.find((each) => each === chosen) ?? 'devices')}
        />
        <SegmentedControl
          aria-label={word('fileFormat')}
          data={[
            { value: 'csv', label: 'CSV', disabled: collection === 'site' },
            { value: 'yaml', label: 'YAML' },
          ]}
          value={format}
          onChange={(chosen) => setFormat(chosen === 'yaml' ? 'yaml' : 'csv')}
        />
        <Button leftSection={<Icon name="download" size={17} />} loading={busy} onClick={() => void fetchFile()}>
          {word('exportFile')}
        </Button>
      </div>
      <p className="small quiet">{word(format === 'csv' ? 'csvText' : 'yamlText')}</p>
    </section>
  );
}

async function exportedFile(collection: ExportName, format: FileFormat): Promise<Blob> {
  const response = await fetch(exportAddress(collection, format), { credentials: 'same-origin' });
  if (response.ok) return response.blob();
  const body: unknown = await response.json().catch(() => null);
  throw problemOf(response, body);
}
