import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import protobuf from 'protobufjs';
import { schemaFiles, schemaFolder } from './generated-code.ts';
import type { SchemaDescriptor } from './schema-compatibility.ts';

/** The schema of the last release, that boxes in the field speak. */
export const stablePath = join(schemaFolder, 'stable/seatmatrix.v1.json');

export const readStableSchema = (): SchemaDescriptor => JSON.parse(readFileSync(stablePath, 'utf8'));

/** The schema as it is now. */
export function describeSchema(): SchemaDescriptor {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => (isAbsolute(target) ? target : join(schemaFolder, target));
  root.loadSync([...schemaFiles()], { keepCase: true });
  return JSON.parse(JSON.stringify(root.toJSON()));
}
