import { Fault } from '@seatmatrix/protocol/kernel';
import { npm } from './npm.ts';

/** CycloneDX 1.5, as far as it is looked into. */
export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Every package that an installation has, from the lock file alone; with `development` also what only building and
 * testing need. Throws `configuration-invalid` when npm cannot read the lock file.
 */
export function billOfMaterials({ development }: { readonly development: boolean }): BillOfMaterials {
  const { status, stdout, stderr } = npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only']);
  if (status !== 0) throw new Fault({ code: 'configuration-invalid', message: `npm sbom: ${stderr.trim()}` });
  const bill = JSON.parse(stdout) as BillOfMaterials;
  return development ? bill : withoutDevelopment(bill);
}

/** npm's own --omit=dev also leaves out what the product needs when a tool of the development needs it, too. */
function withoutDevelopment(bill: BillOfMaterials): BillOfMaterials {
  const components = bill.components.filter(({ properties = [] }) => !properties.some(isDevelopment));
  const left = new Set(components.map((each) => each['bom-ref']));
  const gone = new Set(bill.components.map((each) => each['bom-ref']).filter((ref) => !left.has(ref)));
  const dependencies = bill.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => !gone.has(each)) }));
  return { ...bill, components, dependencies };
}

const isDevelopment = ({ name, value }: { readonly name: string; readonly value: string }): boolean =>
  name === 'cdx:npm:package:development' && value === 'true';
