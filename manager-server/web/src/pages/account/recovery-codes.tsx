import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAccount } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { download } from '../../parts/download.ts';
import { Icon } from '../../shell/icons.tsx';
import { tellProblem } from '../../shell/notices.tsx';

/** Told this once: to be copied, kept as a file, or printed. */
export function RecoveryCodes({
  codes,
  kept,
}: {
  readonly codes: readonly string[];
  readonly kept: () => void;
}): ReactNode {
  const { name } = useAccount();
  const [copied, setCopied] = useState(false);
  const heading = word('recoveryFile', { site: location.host, name });
  const text = `${heading}\n\n${codes.join('\n')}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch (error) {
      // No clipboard without HTTPS, or refused.
      tellProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="stack" data-recovery>
      <div className="stack tight">
        <h3>{word('recoveryTitle')}</h3>
        <p className="quiet">{word('recoveryText')}</p>
      </div>
      <div className="printed">
        <p className="on-paper">{heading}</p>
        <ol className="recovery">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className="row wrap between">
        <div className="row wrap">
          <Button variant="default" onClick={() => void copy()}>
            {word(copied ? 'copied' : 'copyAll')}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="download" size={16} />}
            onClick={() => download('seatmatrix-recovery-codes.txt', { text, type: 'text/plain' })}
          >
            {word('downloadText')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {word('print')}
          </Button>
        </div>
        <Button onClick={kept}>{word('recoverySaved')}</Button>
      </div>
    </div>
  );
}
