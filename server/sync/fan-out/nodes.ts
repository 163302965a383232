/** Which other nodes there are, by when they were last heard. Times in ms. */
export class Nodes {
  readonly #heard = new Map<string, number>();

  /** @param silence how long a node may say nothing before it counts as gone. */
  constructor(private readonly silence: number) {}

  get count(): number {
    return this.#heard.size;
  }

  heard(node: string, now: number): void {
    this.#heard.set(node, now);
  }

  /** It said goodbye. */
  forget(node: string): void {
    this.#heard.delete(node);
  }

  /** Those that have fallen silent since the last call. */
  silent(now: number): string[] {
    const gone = [...this.#heard].filter(([, at]) => now - at >= this.silence).map(([node]) => node);
    for (const node of gone) this.#heard.delete(node);
    return gone;
  }
}
