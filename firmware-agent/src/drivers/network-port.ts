export type NetworkPortEvent = { readonly type: 'carrier'; readonly up: boolean };

/** The network socket on the back: whether a cable with a live other end is in it. First tells the state. */
export interface NetworkPort extends AsyncDisposable {
  listen(listener: (event: NetworkPortEvent) => void): void;
}
