import { NumberInput, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SourceSettings } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';

type Serial = SourceSettings['serial'];

const BAUD_MIN = 50;
const BAUD_MAX = 4_000_000;

/** What is chosen for one transmitter: its mouse, colours, sound and serial port. */
export function SourceSettingsFields({
  value,
  set,
  problem,
}: {
  readonly value: SourceSettings;
  readonly set: (value: SourceSettings) => void;
  readonly problem: unknown;
}): ReactNode {
  return (
    <fieldset className="plain stack">
      <legend>{word('sourceSettings')}</legend>
      <div className="fields">
        <Select
          label={word('pointer')}
          allowDeselect={false}
          data={[
            { value: 'absolute', label: word('pointerAbsolute') },
            { value: 'relative', label: word('pointerRelative') },
          ]}
          value={value.pointer}
          onChange={(pointer) => set({ ...value, pointer: pointer === 'relative' ? 'relative' : 'absolute' })}
        />
        <Select
          label={word('chroma')}
          description={word('chromaText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={['4:2:0', '4:4:4']}
          value={value.chroma}
          onChange={(chroma) => set({ ...value, chroma: chroma === '4:4:4' ? '4:4:4' : '4:2:0' })}
        />
      </div>
      <Switch
        label={word('sound')}
        checked={value.sound}
        onChange={({ currentTarget }) => set({ ...value, sound: currentTarget.checked })}
      />
      <SerialFields value={value.serial} set={(serial) => set({ ...value, serial })} problem={problem} />
    </fieldset>
  );
}

function SerialFields({
  value,
  set,
  problem,
}: {
  readonly value: Serial;
  readonly set: (value: Serial) => void;
  readonly problem: unknown;
}): ReactNode {
  return (
    <fieldset className="plain">
      <legend>{word('serial')}</legend>
      <div className="fields narrow">
        <NumberInput
          label={word('baud')}
          min={BAUD_MIN}
          max={BAUD_MAX}
          allowDecimal={false}
          value={value.baud}
          error={fieldProblem(problem, '/settings/serial/baud')}
          onChange={(baud) => set({ ...value, baud: Number(baud) })}
        />
        <Select
          label={word('dataBits')}
          allowDeselect={false}
          data={['5', '6', '7', '8']}
          value={String(value.dataBits)}
          onChange={(bits) => set({ ...value, dataBits: chosen([5, 6, 7, 8], Number(bits), 8) })}
        />
        <Select
          label={word('parity')}
          allowDeselect={false}
          data={[
            { value: 'none', label: word('parityNone') },
            { value: 'even', label: word('parityEven') },
            { value: 'odd', label: word('parityOdd') },
          ]}
          value={value.parity}
          onChange={(parity) => set({ ...value, parity: chosen(['none', 'even', 'odd'], parity, 'none') })}
        />
        <Select
          label={word('stopBits')}
          allowDeselect={false}
          data={['1', '2']}
          value={String(value.stopBits)}
          onChange={(bits) => set({ ...value, stopBits: chosen([1, 2], Number(bits), 1) })}
        />
        <Select
          label={word('flowControl')}
          allowDeselect={false}
          data={[
            { value: 'none', label: word('flowNone') },
            { value: 'hardware', label: word('flowHardware') },
            { value: 'software', label: word('flowSoftware') },
          ]}
          value={value.flowControl}
          onChange={(flow) => set({ ...value, flowControl: chosen(['none', 'hardware', 'software'], flow, 'none') })}
        />
      </div>
    </fieldset>
  );
}

/** The one of the allowed values that was chosen. */
function chosen<const Value extends string | number>(
  allowed: readonly Value[],
  wanted: string | number | null,
  otherwise: Value,
): Value {
  return allowed.find((each) => each === wanted) ?? otherwise;
}
