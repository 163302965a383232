import type { Awareness } from 'y-protocols/awareness';
import { isSameValue } from '../../journey/merge/same.ts';

const EVERY_MS = 40;

/** Puts what one client says of its person into the awareness: at once, then at most 25 times a second. */
export class Teller {
  private said: object = {};
  private next: object = {};
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly awareness: Awareness) {}

  tell(state: object): void {
    this.next = state;
    if (this.timer !== undefined || isSameValue(this.said, state)) return;
    const wait = this.last + EVERY_MS - performance.now();
    if (wait <= 0) this.say();
    else this.timer = setTimeout(() => this.say(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private say(): void {
    this.timer = undefined;
    if (isSameValue(this.said, this.next)) return;
    this.said = this.next;
    this.last = performance.now();
    // Others may have fields of their own in it.
    this.awareness.setLocalState({ ...this.awareness.getLocalState(), ...this.next });
  }
}
