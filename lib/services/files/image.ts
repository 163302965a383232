/** What is taken in as a picture. No SVG: it is a program, not a picture. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface ImageFacts {
  type: ImageType;
  /** In pixels. */
  width: number;
  height: number;
}

/**
 * What a file's first bytes say it is, whatever its sender called it; null when it is none of the four
 * formats or says no size. PNG: RFC 2083 §3, 11.2; GIF89a §18; JPEG: ITU T.81 B.2; WebP: RFC 9649.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = png(bytes, view) ?? gif(bytes, view) ?? webp(bytes, view) ?? jpeg(view);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

const says = (bytes: Uint8Array, at: number, words: string): boolean =>
  bytes.length >= at + words.length && [...words].every((c, i) => bytes[at + i] === c.charCodeAt(0));

function png(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 24 || !says(bytes, 0, '\x89PNG\r\n\x1a\n') || !says(bytes, 12, 'IHDR')) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 10 || !(says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a'))) return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (bytes.length < 30 || !says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  const type = 'image/webp';
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (says(bytes, 12, 'VP8X')) return { type, width: three(24) + 1, height: three(27) + 1 };
  if (says(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!says(bytes, 12, 'VP8 ')) return null;
  return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Walks the segments to the frame header, which holds the size. */
function jpeg(view: DataView): ImageFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
