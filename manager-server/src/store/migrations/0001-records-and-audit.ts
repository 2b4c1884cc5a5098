import type { Migration } from './migration.ts';

export const recordsAndAudit: Migration = async (database) => {
  await database.schema
    .createTable('record')
    // The order of first appearance, kept when a record is overwritten: a site lists what it has as it was made.
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('record_key', ['collection', 'key'])
    .execute();
  await database.schema
    .createTable('audit')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('from', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  // An audit of years is searched by time, by person and by action while commits wait for the same thread.
  await database.schema.createIndex('audit_at').on('audit').column('at').execute();
  await database.schema.createIndex('audit_actor').on('audit').column('actor').execute();
  await database.schema.createIndex('audit_action').on('audit').column('action').execute();
};
