import type { Journey } from '../model.ts';

/**
 * Which touchpoint of the to-be map took over each one that it no longer has: the one where most of its
 * cards lie now, of several the first on the way. One whose cards went with it, or wait on the tray, was
 * not taken over and is not in here.
 */
export function takenOver(asIs: Journey, toBe: Journey): Map<string, string> {
  const rank = new Map(toBe.touchpoints.map(({ id }, i) => [id, i]));
  const now = new Map(toBe.cards.map((card) => [card.id, card.place?.touchpointId ?? null]));
  const tallies = new Map<string, Map<string, number>>();
  for (const { id, place } of asIs.cards) {
    const to = now.get(id);
    if (!place || !to || rank.has(place.touchpointId)) continue;
    const tally = tallies.get(place.touchpointId) ?? new Map<string, number>();
    tallies.set(place.touchpointId, tally.set(to, (tally.get(to) ?? 0) + 1));
  }
  return new Map(
    [...tallies].map(([from, tally]) => {
      const [most] = [...tally].sort(([a, n], [b, m]) => m - n || (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
      return [from, most?.[0] ?? ''];
    }),
  );
}
