/** A schema as protobufjs describes it in JSON: what is compared, and nothing else of it. */
export interface SchemaDescriptor {
  readonly nested?: Readonly<Record<string, SchemaEntry>>;
}

interface SchemaEntry {
  readonly nested?: Readonly<Record<string, SchemaEntry>>;
  readonly fields?: Readonly<Record<string, SchemaField>>;
  readonly values?: Readonly<Record<string, number>>;
  readonly oneofs?: Readonly<Record<string, { readonly oneof: readonly string[] }>>;
}

interface SchemaField {
  readonly type: string;
  readonly id: number;
  readonly rule?: string;
}

/**
 * What a peer that speaks the stable schema would no longer understand, one sentence each: anything that was removed,
 * got another number, another type, or moved into or out of a choice. What was added breaks nothing.
 */
export function schemaBreaks(stable: SchemaDescriptor, current: SchemaDescriptor): readonly string[] {
  return entryBreaks('', { before: stable, now: current });
}

function entryBreaks(
  name: string,
  { before, now }: { readonly before: SchemaEntry; readonly now: SchemaEntry },
): readonly string[] {
  const breaks = [...fieldBreaks(name, { before, now }), ...valueBreaks(name, { before, now })];
  for (const [child, entry] of Object.entries(before.nested ?? {})) {
    const path = name === '' ? child : `${name}.${child}`;
    const same = now.nested?.[child];
    if (same === undefined) breaks.push(`${path} was removed`);
    else breaks.push(...entryBreaks(path, { before: entry, now: same }));
  }
  return breaks;
}

function fieldBreaks(
  name: string,
  { before, now }: { readonly before: SchemaEntry; readonly now: SchemaEntry },
): readonly string[] {
  const breaks: string[] = [];
  for (const [field, was] of Object.entries(before.fields ?? {})) {
    const is = now.fields?.[field];
    const path = `${name}.${field}`;
    if (is === undefined) {
      breaks.push(`${path} was removed`);
      continue;
    }
    if (is.id !== was.id) breaks.push(`${path} had number ${was.id} and has ${is.id}`);
    if (kind(is) !== kind(was)) breaks.push(`${path} was ${kind(was)} and is ${kind(is)}`);
    const [choice, choiceNow] = [choiceOf(before, field), choiceOf(now, field)];
    if (choice !== choiceNow) breaks.push(`${path} was in ${choice ?? 'no choice'} and is in ${choiceNow ?? 'none'}`);
  }
  for (const [field, is] of Object.entries(now.fields ?? {})) {
    const taken = Object.entries(before.fields ?? {}).find(([other, was]) => was.id === is.id && other !== field);
    if (taken !== undefined) breaks.push(`${name}.${field} took number ${is.id} of ${name}.${taken[0]}`);
  }
  return breaks;
}

function valueBreaks(
  name: string,
  { before, now }: { readonly before: SchemaEntry; readonly now: SchemaEntry },
): readonly string[] {
  const breaks: string[] = [];
  for (const [value, number] of Object.entries(before.values ?? {})) {
    const is = now.values?.[value];
    if (is === undefined) breaks.push(`${name}.${value} was removed`);
    else if (is !== number) breaks.push(`${name}.${value} had number ${number} and has ${is}`);
  }
  return breaks;
}

const kind = ({ rule, type }: SchemaField): string => (rule === 'repeated' ? `repeated ${type}` : type);

/** The oneof that a field is in; the one that proto3 makes for every optional field counts as well. */
function choiceOf(entry: SchemaEntry, field: string): string | null {
  const found = Object.entries(entry.oneofs ?? {}).find(([, { oneof }]) => oneof.includes(field));
  return found?.[0] ?? null;
}
