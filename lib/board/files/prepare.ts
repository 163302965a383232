/** Longest side in pixels: sharp on a large screen, and light to send. */
const LONGEST = 2_000;
/** What the server takes; a moving picture cannot be made smaller here. */
export const MOST_BYTES = 5 * 1024 * 1024;

export interface Prepared {
  blob: Blob;
  name: string;
  width: number;
  height: number;
}

/**
 * A picture as it is sent: scaled down when it is large, and a photograph written anew, so that where it was
 * taken stays with whoever took it. null when the browser cannot read it. A GIF stays as it is, it may move.
 */
export async function prepare(file: File): Promise<Prepared | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const name = file.name.slice(0, 200);
  try {
    const fits = Math.max(width, height) <= LONGEST && file.size <= MOST_BYTES;
    const asIs = file.type === 'image/gif' || (fits && /^image\/(png|webp)$/.test(file.type));
    if (asIs) return { blob: file, name, width, height };
    let scale = Math.min(1, LONGEST / Math.max(width, height));
    for (;;) {
      const made = await redrawn(bitmap, scale, file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp');
      if (!made || made.blob.size <= MOST_BYTES || scale < 0.2) return made && { ...made, name };
      scale *= 0.7;
    }
  } finally {
    bitmap.close();
  }
}

async function redrawn(bitmap: ImageBitmap, scale: number, type: string) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.88));
  return blob && { blob, width: canvas.width, height: canvas.height };
}
