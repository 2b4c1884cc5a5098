import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { clientTypes, clientTypesPath } from './src/client-types.ts';

mkdirSync(dirname(clientTypesPath), { recursive: true });
writeFileSync(clientTypesPath, await clientTypes());
