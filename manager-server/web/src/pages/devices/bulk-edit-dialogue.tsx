import { Button, Checkbox, Modal, Progress, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { replace } from '../../api/changes.ts';
import type { Device } from '../../api/records.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { act, tellProblem } from '../../shell/notices.tsx';
import { type BulkChange, isEmptyChange, withBulkChange } from './bulk-change.ts';

const nothing: BulkChange = { location: null, pointer: null, chroma: null, sound: null };

/** One change for many devices: field by field, with progress, with a way back. */
export function BulkEditDialogue({
  devices,
  close,
}: {
  readonly devices: readonly Device[];
  readonly close: () => void;
}): ReactNode {
  const [change, setChange] = useState(nothing);
  const [done, setDone] = useState<number | null>(null);
  const count = devices.length;
  const some = devices.some(({ kind }) => kind === 'transmitter');
  const apply = async () => {
    const changed = await applyAll(devices, change, setDone);
    setDone(null);
    close();
    const before = new Map(devices.map((device) => [device.key, device]));
    if (changed.failed.length > 0) {
      const reason = failureText(changed.failed[0]);
      tellProblem(word('bulkPartly', { done: changed.saved.length, failed: changed.failed.length, reason }));
      return;
    }
    await act(async () => undefined, {
      done: word('bulkDone', { count: changed.saved.length }),
      undo: () =>
        Promise.all(
          changed.saved.map((device) =>
            replace('devices', { ...device, ...before.get(device.key), version: device.version }),
          ),
        ),
    });
  };
  return (
    <Modal opened onClose={close} title={word('bulkEditTitle', { count })}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <p className="quiet">{word('bulkEditText')}</p>
        <Choice
          label={word('location')}
          on={change.location !== null}
          turn={(on) => setChange({ ...change, location: on ? '' : null })}
        >
          <TextInput
            aria-label={word('location')}
            value={change.location ?? ''}
            onChange={({ currentTarget }) => setChange({ ...change, location: currentTarget.value })}
          />
        </Choice>
        {some && (
          <>
            <Choice
              label={word('pointer')}
              on={change.pointer !== null}
              turn={(on) => setChange({ ...change, pointer: on ? 'absolute' : null })}
            >
              <Select
                aria-label={word('pointer')}
                allowDeselect={false}
                data={[
                  { value: 'absolute', label: word('pointerAbsolute') },
                  { value: 'relative', label: word('pointerRelative') },
                ]}
                value={change.pointer}
                onChange={(value) => setChange({ ...change, pointer: value === 'relative' ? 'relative' : 'absolute' })}
              />
            </Choice>
            <Choice
              label={word('chroma')}
              on={change.chroma !== null}
              turn={(on) => setChange({ ...change, chroma: on ? '4:2:0' : null })}
            >
              <Select
                aria-label={word('chroma')}
                allowDeselect={false}
                data={['4:2:0', '4:4:4']}
                value={change.chroma}
                onChange={(value) => setChange({ ...change, chroma: value === '4:4:4' ? '4:4:4' : '4:2:0' })}
              />
            </Choice>
            <Choice
              label={word('sound')}
              on={change.sound !== null}
              turn={(on) => setChange({ ...change, sound: on ? true : null })}
            >
              <Select
                aria-label={word('sound')}
                allowDeselect={false}
                data={[
                  { value: 'yes', label: word('yes') },
                  { value: 'no', label: word('no') },
                ]}
                value={change.sound === false ? 'no' : 'yes'}
                onChange={(value) => setChange({ ...change, sound: value !== 'no' })}
              />
            </Choice>
          </>
        )}
        {done !== null && (
          <Progress.Root size="lg" aria-label={word('progress', { done, total: count })}>
            <Progress.Section value={(100 * done) / count} aria-label={word('progress', { done, total: count })} />
          </Progress.Root>
        )}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={isEmptyChange(change)} loading={done !== null}>
            {word('bulkApply', { count })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Choice(options: {
  readonly label: string;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, on, turn, children } = options;
  return (
    <div className="stack tight">
      <Checkbox label={label} checked={on} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
      {on && children}
    </div>
  );
}

/** One after the other: a site's worth at once would only wait in the manager. */
async function applyAll(
  devices: readonly Device[],
  change: BulkChange,
  progress: (done: number) => void,
): Promise<{ readonly saved: readonly Device[]; readonly failed: readonly unknown[] }> {
  const saved: Device[] = [];
  const failed: unknown[] = [];
  for (const [index, device] of devices.entries()) {
    progress(index);
    const next = withBulkChange(device, change);
    if (next === null) continue;
    try {
      saved.push(await replace('devices', next));
    } catch (error) {
      failed.push(error);
    }
  }
  return { saved, failed };
}
