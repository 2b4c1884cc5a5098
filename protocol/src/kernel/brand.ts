declare const brand: unique symbol;

/** A value that only its own constructor may make: a box's ID cannot be passed where a route's is wanted. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
