import type { Cable } from '@seatmatrix/hw-sim';
import type { SimBox, SimSite, SitePlace, SiteReceiver, SiteTransmitter } from '@seatmatrix/hw-sim/site';
import { Fault } from '@seatmatrix/protocol/kernel';

/** Every box of the lab by its name: the site's, and those that came to it later. */
export class LabHardware {
  readonly #sites: SimSite[] = [];

  get sites(): readonly SimSite[] {
    return this.#sites;
  }

  add(site: SimSite): void {
    this.#sites.push(site);
  }

  box(name: string): SimBox {
    return this.#found(name, (site) => site.boxes.find((each) => each.name === name));
  }

  placeOf(receiver: string): SitePlace {
    return this.#found(receiver, (site) =>
      site.places.find(({ receivers }) => receivers.some(({ box }) => box.name === receiver)),
    );
  }

  receiver(name: string): SiteReceiver {
    return this.#found(name, (site) => (hasBox(site, name) ? site.receiver(name) : undefined));
  }

  transmitter(name: string): SiteTransmitter {
    return this.#found(name, (site) => (hasBox(site, name) ? site.transmitter(name) : undefined));
  }

  /** The network cable. */
  cable(name: string): Cable {
    return name < '5000' ? this.transmitter(name).hardware.networkCable : this.receiver(name).hardware.networkCable;
  }

  #found<Value>(name: string, find: (site: SimSite) => Value | undefined): Value {
    for (const site of this.#sites) {
      const value = find(site);
      if (value !== undefined) return value;
    }
    throw new Fault({ code: 'invariant-broken', message: `the lab has no ${name}` });
  }
}

const hasBox = (site: SimSite, name: string): boolean => site.boxes.some((box) => box.name === name);
