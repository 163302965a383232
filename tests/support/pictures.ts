/** Smallest files of each format, as browsers and cameras write them. */

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));

/** 1 × 1 each. */
export const PNG = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
export const GIF = bytesOf('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==');
export const WEBP = bytesOf('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
export const JPEG = bytesOf(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
);

/** A PNG that says it has this many pixels, with `seed` making its bytes its own. */
export function pngSaying(
  width: number,
  height: number,
  seed = 0,
  length: number = PNG.length,
): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length);
  made.set(PNG);
  const view = new DataView(made.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(Math.max(24, length - 4), seed);
  return made;
}
