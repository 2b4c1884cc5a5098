import { Button } from '@mantine/core';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { decimal } from '../../language/format.ts';
import { word } from '../../language/words.ts';

/** Where a file is dropped or chosen. */
export function FilePlace(options: {
  readonly label: string;
  readonly accept: string;
  readonly file: File | null;
  readonly choose: (file: File) => void;
}): ReactNode {
  const { label, accept, file, choose } = options;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) choose(dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button in it is everybody's.
    <div
      className="file-place"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="grow">
        {file === null ? (
          <span className="quiet">{word('dropFile')}</span>
        ) : (
          <>
            <strong className="name">{file.name}</strong> <span className="quiet small">{sizeText(file.size)}</span>
          </>
        )}
      </div>
      <Button variant="default" onClick={() => input.current?.click()}>
        {word(file === null ? 'chooseFile' : 'chooseOtherFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) choose(chosen);
          // The same file again, edited meanwhile, is a choice too.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${decimal(Math.max(0.1, bytes / 1000))} kB` : `${decimal(bytes / 1_000_000)} MB`;
