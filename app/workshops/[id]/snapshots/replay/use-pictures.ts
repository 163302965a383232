import { useCallback, useEffect, useRef, useState } from 'react';
import { type Fetched, fetchPicture, type Picture, pictureOf } from './pictures.ts';

/** As many are kept as a long workshop has; each is some hundred kilobytes of text. */
const KEPT = 60;

/**
 * The pictures of a replay, fetched when they are needed and one ahead.
 * @param addresses one per frame
 * @param given the picture the page came with, and of which frame
 */
export function usePictures(
  addresses: readonly string[],
  given: { at: number; svg: string },
  unreached: string,
) {
  const [known, setKnown] = useState<ReadonlyMap<number, Fetched>>(
    () => new Map([[given.at, { picture: pictureOf(given.svg) }]]),
  );
  const asked = useRef(new Map<number, AbortController>());
  const held = useRef(known);
  held.current = known;

  const want = useCallback(
    (at: number, again = false) => {
      const address = addresses[at];
      const known = held.current.get(at);
      if (address === undefined || asked.current.has(at) || (known && ('picture' in known || !again))) return;
      const asking = new AbortController();
      asked.current.set(at, asking);
      if (again) setKnown((all) => new Map([...all].filter(([i]) => i !== at)));
      fetchPicture(address, unreached, asking.signal)
        .then((fetched) => {
          setKnown((all) => new Map([...all, [at, fetched] as const].slice(-KEPT)));
        })
        .catch(() => undefined)
        .finally(() => asked.current.delete(at));
    },
    [addresses, unreached],
  );
  useEffect(() => {
    const all = asked.current;
    return () => {
      for (const asking of all.values()) asking.abort();
    };
  }, []);
  return { known, want };
}

/** The largest of all pictures so far: all are drawn at its scale, so that nothing jumps. */
export function useFrameSize(known: ReadonlyMap<number, Fetched>): { width: number; height: number } {
  const pictures: Picture[] = [...known.values()].flatMap((f) => ('picture' in f ? [f.picture] : []));
  return {
    width: Math.max(1, ...pictures.map((p) => p.width)),
    height: Math.max(1, ...pictures.map((p) => p.height)),
  };
}
