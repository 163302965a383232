import type { Ear, FanOut, Feed, Order } from '../../server/sync/fan-out/index.ts';

interface Station {
  name: string;
  ears: Map<string, Ear>;
  orders: ((order: Order) => void)[];
  doubts: ((isOver: boolean) => void)[];
  /** What is on its way to this node, in order. */
  mail: (() => void)[];
  gone: boolean;
}

/** A fan-out between nodes of one process whose messages move only when told, and can be lost. */
export class Bus {
  readonly #stations: Station[] = [];
  #whole = true;

  node(name: string): FanOut {
    const own: Station = { name, ears: new Map(), orders: [], doubts: [], mail: [], gone: false };
    this.#stations.push(own);
    const tellEach = (say: (station: Station) => void) => {
      if (!this.#whole || own.gone) return;
      for (const station of this.#stations) if (station !== own) station.mail.push(() => say(station));
    };
    const ok = () => this.#whole;
    return {
      follow: (document, ear): Feed => {
        const others = (say: (ear: Ear) => void) =>
          tellEach((station) => {
            const heard = station.ears.get(document);
            if (heard) say(heard);
          });
        own.ears.set(document, ear);
        own.mail.push(() => own.ears.get(document) === ear && ear.missed());
        others((other) => other.asked());
        return {
          committed: (rows) => others((other) => other.committed([...rows])),
          compacted: (compacted) => others((other) => other.compacted(compacted)),
          presence: (states) => others((other) => other.presence(name, structuredClone(states))),
          stop() {
            if (own.ears.get(document) === ear) own.ears.delete(document);
          },
        };
      },
      tell: (order) =>
        tellEach(({ orders }) => {
          for (const listener of orders) listener(order);
        }),
      onOrder: (listener) => void own.orders.push(listener),
      onDoubt: (listener) => void own.doubts.push(listener),
      isFollowedElsewhere: async (document) =>
        !this.#whole || this.#stations.some((s) => s !== own && !s.gone && s.ears.has(document)),
      isAlone: false,
      get ok() {
        return ok();
      },
      close: async () => this.kill(name),
    };
  }

  /** Delivers one message to a node chosen by `pick`; false when nothing is on its way. */
  step(pick: (choices: number) => number = () => 0): boolean {
    const waiting = this.#stations.filter((station) => station.mail.length > 0);
    const station = waiting[pick(waiting.length)];
    station?.mail.shift()?.();
    return station !== undefined;
  }

  /** Redis goes: what is on its way is lost. */
  cut(): void {
    this.#whole = false;
    for (const station of this.#stations) station.mail = [];
  }

  /** Redis is back: everybody looks in the log and asks who is here. */
  mend(): void {
    this.#whole = true;
    this.look();
    for (const { ears, doubts } of this.#stations) {
      for (const listener of doubts) listener(true);
      for (const ear of ears.values()) ear.asked();
    }
  }

  /** Every room looks in the log, as it does now and then. */
  look(): void {
    for (const { ears } of this.#stations) for (const ear of ears.values()) ear.missed();
  }

  /** A node is gone: it hears and says nothing more. */
  kill(name: string): void {
    for (const station of this.#stations) {
      if (station.name === name)
        Object.assign(station, { gone: true, mail: [], ears: new Map(), orders: [] });
      for (const ear of station.ears.values()) {
        ear.gone(name);
        ear.missed();
      }
    }
  }
}
