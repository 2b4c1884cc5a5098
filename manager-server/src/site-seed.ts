import type { DeviceKey, Fingerprint, OperatorKey } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { Adoption } from './agents/adoption.ts';
import { MANAGER_ACTOR } from './audit/index.ts';
import type { Directory, DirectoryChange } from './directory/directory.ts';
import type { OperatorCredentials } from './people/operator-credentials.ts';

/** What a new site begins with: the demonstration's, or a test's. */
export interface SiteSeed {
  /** Creates everything, in an order in which nothing names what is not there yet. */
  readonly changes: readonly DirectoryChange[];
  /** Taken as they are, weak ones too: whoever seeds a site has made sure that it is on loopback alone. */
  readonly passwords: readonly { readonly operator: OperatorKey; readonly password: string }[];
  /** Boxes that are adopted from the start, by their keys. */
  readonly boxes: readonly { readonly fingerprint: Fingerprint; readonly device: DeviceKey }[];
}

/** A site that has a device already is no new one, and stays as it is. */
export async function sowSeed(
  seed: SiteSeed,
  site: { readonly directory: Directory; readonly credentials: OperatorCredentials; readonly adoption: Adoption },
): Promise<void> {
  const { directory, credentials, adoption } = site;
  if (directory.snapshot.devices.size > 0) return;
  const changed = await directory.change(changesOnto(directory, seed.changes), { name: MANAGER_ACTOR, from: 'seed' });
  if (!changed.done) {
    throw new Fault({
      code: 'configuration-invalid',
      message: `the site that this manager is to begin with is refused: ${JSON.stringify(changed.refusal)}`,
    });
  }
  for (const { operator: key, password } of seed.passwords) {
    const operator = directory.snapshot.operators.get(key)?.value;
    if (operator !== undefined) await credentials.seedPassword({ operator, password });
  }
  for (const box of seed.boxes) await adoption.preset(box);
}

/** The settings are there from the first start: a seed's are a change of them. */
function changesOnto(directory: Directory, changes: readonly DirectoryChange[]): readonly DirectoryChange[] {
  const settings = directory.snapshot.settings.get('site');
  return changes.map((change) =>
    change.type === 'put' && change.collection === 'settings' && settings !== undefined
      ? { ...change, expected: settings.version }
      : change,
  );
}
