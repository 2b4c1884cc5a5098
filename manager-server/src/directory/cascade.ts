import type { Grant } from '@seatmatrix/protocol/domain';
import type { DirectoryDraft } from './directory-draft.ts';
import type { RecordName } from './record-name.ts';

/**
 * What goes with what is deleted, because it means nothing without it: grants of a deleted operator or group and on a
 * deleted device or device group; a group's place among an operator's groups; a device's place in device groups.
 *
 * What an administrator arranged on purpose does not go silently: a device in a seat, wall, source or hotkey is not
 * deleted at all (law/deletion-laws.ts). Records that the same change names itself are left as it wants them.
 */
export function cascade(draft: DirectoryDraft): void {
  const deletions = draft.deletions();
  if (deletions.length === 0) return;
  const gone = new Map(deletions.map((name) => [`${name.collection}/${name.key}`, name]));
  dropGrants(draft, gone);
  leaveGroups(draft, gone);
  leaveDeviceGroups(draft, gone);
}

type Gone = ReadonlyMap<string, RecordName>;

function dropGrants(draft: DirectoryDraft, gone: Gone): void {
  for (const [key, { value }] of draft.collection('grants')) {
    const name: RecordName = { collection: 'grants', key };
    const cause = gone.get(subjectOf(value)) ?? gone.get(objectOf(value));
    if (cause !== undefined && !draft.isTouched(name)) draft.delete(name, { with: cause });
  }
}

const subjectOf = ({ subject }: Grant) => `${subject.type === 'operator' ? 'operators' : 'groups'}/${subject.key}`;
const objectOf = ({ object }: Grant) => `${object.type === 'device' ? 'devices' : 'device-groups'}/${object.key}`;

function leaveGroups(draft: DirectoryDraft, gone: Gone): void {
  for (const [key, { value }] of draft.collection('operators')) {
    const name: RecordName = { collection: 'operators', key };
    const groups = value.groups.filter((group) => !gone.has(`groups/${group}`));
    const cause = value.groups.map((group) => gone.get(`groups/${group}`)).find((found) => found !== undefined);
    if (cause !== undefined && !draft.isTouched(name)) draft.put(name, { value: { ...value, groups }, with: cause });
  }
}

function leaveDeviceGroups(draft: DirectoryDraft, gone: Gone): void {
  for (const [key, { value }] of draft.collection('device-groups')) {
    const name: RecordName = { collection: 'device-groups', key };
    const devices = value.devices.filter((device) => !gone.has(`devices/${device}`));
    const cause = value.devices.map((device) => gone.get(`devices/${device}`)).find((found) => found !== undefined);
    if (cause !== undefined && !draft.isTouched(name)) draft.put(name, { value: { ...value, devices }, with: cause });
  }
}
