import { AppError } from '../../errors.ts';

/** Of one workshop at once, and of all: the files wait for one another in one thread. */
const MOST = { perWorkshop: 3, all: 8 } as const;
/** After which to try again. */
const SECONDS = 5;

/**
 * Counts whoever makes a file while it is being made. Throws exportBusy { seconds } rather than let them pile up.
 * @param exporting how many are being made, by workshop
 */
export async function inTurn<T>(
  exporting: Map<string, number>,
  workshopId: string,
  make: () => Promise<T>,
): Promise<T> {
  const held = exporting.get(workshopId) ?? 0;
  const all = [...exporting.values()].reduce((sum, n) => sum + n, 0);
  if (held >= MOST.perWorkshop || all >= MOST.all) throw new AppError('exportBusy', { seconds: SECONDS });
  exporting.set(workshopId, held + 1);
  try {
    return await make();
  } finally {
    const left = (exporting.get(workshopId) ?? 1) - 1;
    if (left > 0) exporting.set(workshopId, left);
    else exporting.delete(workshopId);
  }
}
