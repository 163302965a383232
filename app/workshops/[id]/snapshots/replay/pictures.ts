/** A drawn map, its natural size, and how much changed in it, by kind: of cards, and `structure`. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
  counts: Record<string, number>;
}

/** Reads what the player needs from a picture's text. */
export function pictureOf(svg: string): Picture {
  const size = (name: string) => Number(new RegExp(`^<svg[^>]*? ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 1);
  const counts: Record<string, number> = {};
  for (const [, kind = ''] of svg.matchAll(/ data-change="(\w+)"/g)) counts[kind] = (counts[kind] ?? 0) + 1;
  for (const kind of ['removed', 'structure']) {
    const n = Number(new RegExp(` data-${kind}="(\\d+)"`).exec(svg)?.[1] ?? 0);
    if (n > 0) counts[kind] = n;
  }
  return { svg, width: size('width'), height: size('height'), counts };
}

export type Fetched = { picture: Picture } | { why: string };

/** Fetches a snapshot's picture; never rejects but when it is called off. `why` is the server's own sentence. */
export async function fetchPicture(
  address: string,
  unreached: string,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    const response = await fetch(address, { signal, headers: { Accept: 'image/svg+xml, application/json' } });
    if (response.ok) return { picture: pictureOf(await response.text()) };
    const told = await response.json().catch(() => null);
    return { why: typeof told?.error?.message === 'string' ? told.error.message : unreached };
  } catch (error) {
    if (signal.aborted) throw error;
    return { why: unreached };
  }
}
