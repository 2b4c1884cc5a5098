import fc from 'fast-check';

/** A plain object, as the domain makes them: fast-check would also make some without a prototype. */
export const record = <Value>(model: { [Field in keyof Value]: fc.Arbitrary<Value[Field]> }): fc.Arbitrary<Value> =>
  fc.record(model, { noNullPrototype: true });
