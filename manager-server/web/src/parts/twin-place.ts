/** `10.0.0.7 10.0.0.7:8444`, from where a key is used: the address that was seen, and where the box says that it listens. */
export function twinPlaces(twins: readonly string[]): string {
  return twins.map(placeText).join(', ');
}

function placeText(place: string): string {
  const [seen = '', told = ''] = place.split(' ');
  return told.startsWith(`${seen}:`) ? told : `${seen} (${told})`;
}
