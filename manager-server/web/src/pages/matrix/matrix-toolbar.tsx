import { SegmentedControl, TextInput, UnstyledButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import type { MatrixFilter } from './matrix-filter.ts';
import type { Density } from './matrix-geometry.ts';

/** What of the matrix is shown, and how large. */
export function MatrixToolbar(options: {
  readonly filter: MatrixFilter;
  readonly set: (filter: MatrixFilter) => void;
  readonly density: Density;
  readonly setDensity: (density: Density) => void;
  /** Where a search begins. */
  readonly first: Ref<HTMLInputElement>;
}): ReactNode {
  const { filter, set, density, setDensity, first } = options;
  return (
    <div className="toolbar">
      <Search
        label={word('searchReceivers')}
        value={filter.receivers}
        set={(receivers) => set({ ...filter, receivers })}
        field={first}
      />
      <Search
        label={word('searchTransmitters')}
        value={filter.transmitters}
        set={(transmitters) => set({ ...filter, transmitters })}
      />
      <Switch name={word('onlineOnly')} on={filter.online} set={(online) => set({ ...filter, online })} />
      <Switch name={word('connectedOnly')} on={filter.connected} set={(connected) => set({ ...filter, connected })} />
      <span className="grow" />
      <SegmentedControl
        aria-label={word('density')}
        data={[
          { value: 'pictures', label: word('withPictures') },
          { value: 'dense', label: word('dense') },
        ]}
        value={density}
        onChange={(value) => setDensity(value === 'dense' ? 'dense' : 'pictures')}
      />
    </div>
  );
}

function Search(options: {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly field?: Ref<HTMLInputElement>;
}): ReactNode {
  return (
    <TextInput
      ref={options.field ?? null}
      type="search"
      aria-label={options.label}
      placeholder={options.label}
      leftSection={<Icon name="search" size={16} />}
      value={options.value}
      onChange={({ currentTarget }) => options.set(currentTarget.value)}
    />
  );
}

const Switch = (options: {
  readonly name: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}): ReactNode => (
  <UnstyledButton className="switch" aria-pressed={options.on} onClick={() => options.set(!options.on)}>
    {options.name}
  </UnstyledButton>
);
