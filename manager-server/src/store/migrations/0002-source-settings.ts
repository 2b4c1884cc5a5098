import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What transmitters were before anybody could choose. A copy: the program's defaults may change, this step may not. */
const SETTINGS = {
  pointer: 'absolute',
  chroma: '4:2:0',
  sound: false,
  serial: { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' },
};

/** A body that is no JSON stays as it is, for the directory to report. */
export const sourceSettings: Migration = async (database) => {
  await sql`
    update record
    set body = json_set(body, '$.settings', json(${JSON.stringify(SETTINGS)})), version = version + 1
    where collection = 'devices'
      and case when json_valid(body)
        then json_extract(body, '$.kind') = 'transmitter' and json_type(body, '$.settings') is null
        else false
      end
  `.execute(database);
};
