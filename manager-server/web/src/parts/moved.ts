/** The list with one item at another place; places outside are passed over. */
export function moved<Item>(
  list: readonly Item[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}

/** The list with two items in each other's places. */
export function exchanged<Item>(
  list: readonly Item[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Item[] {
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.with(from, other).with(to, one);
}
