import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { GradualList } from '../../parts/gradual-list.tsx';
import { RecordFrame, type RecordFrameOptions } from '../../parts/record-frame.tsx';
import { Icon } from '../../shell/icons.tsx';

export interface PlaceCardText {
  /** What it is in a line: `3 displays · hxfj`. */
  readonly text: ReactNode;
  readonly picture: ReactNode;
  /** Where its console is; null where it has none. */
  readonly console: string | null;
}

/** Seats, walls or sources as cards with what they show. */
export function PlaceCards<Value extends { readonly key: string }>({
  card,
  choose,
  singles,
  ...frame
}: RecordFrameOptions<Value> & {
  /** Devices of the same use that stand alone. */
  readonly singles: ReactNode;
  readonly card: (value: Value) => PlaceCardText;
  readonly choose: (key: string) => void;
}): ReactNode {
  const { nameOf } = frame;
  return (
    <>
      <RecordFrame {...frame}>
        {(found) => (
          <GradualList
            entries={found}
            tag="div"
            endTag="div"
            className="place-cards"
            entry={(record) => {
              const { text, picture, console } = card(record);
              return (
                <article key={record.key} className="place-card" data-record={record.key}>
                  <div className="place-picture">{picture}</div>
                  <div className="row">
                    <div className="stack tight grow">
                      <button
                        type="button"
                        className="link clip strong place-name"
                        title={nameOf(record)}
                        onClick={() => choose(record.key)}
                      >
                        {nameOf(record)}
                      </button>
                      <span className="small quiet any">{text}</span>
                    </div>
                    {console !== null && (
                      <Button
                        component="a"
                        href={console}
                        variant="light"
                        size="compact-sm"
                        leftSection={<Icon name="screen" size={16} />}
                      >
                        {word('open')}
                      </Button>
                    )}
                  </div>
                </article>
              );
            }}
          />
        )}
      </RecordFrame>
      {singles}
    </>
  );
}
