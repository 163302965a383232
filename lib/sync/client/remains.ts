import type { Aside, Device } from './device/index.ts';

/** What a session leaves that is not kept on the device: for the session opened in its place. */
export interface Remains {
  asides: readonly Aside[];
  /** The device's copy could not be brought on: the next session does without. */
  withoutDevice: boolean;
}

/** Those that only this session knows of. */
export const notOn = (device: Device | null, asides: readonly Aside[]): Aside[] =>
  asides.filter((aside) => !device?.asides.includes(aside));

/**
 * The document goes on under another epoch: brings the device's copy on, and puts aside on it what is
 * unsaved; where that cannot be, it remains in memory.
 * @param to the epoch it goes on under; null when the server did not say
 * @param own this session's document, when it has unsaved edits
 */
export async function moveOn(
  device: Device | null,
  to: number | null,
  own: Aside | null,
): Promise<{ own: Aside | null; withoutDevice: boolean }> {
  if (!device) return { own, withoutDevice: false };
  try {
    if (to === null) throw new Error('the server did not say which epoch it is');
    await device.moveOn(to, own);
    return { own: null, withoutDevice: false };
  } catch (cause) {
    console.warn('The copy on the device could not be brought on.', cause);
    device.close();
    return { own, withoutDevice: true };
  }
}
