import { describe, expect, it } from 'vitest';
import { imageFacts } from '../../../lib/services/files/image.ts';
import { GIF, JPEG, PNG, pngSaying, WEBP } from '../../support/pictures.ts';

const text = (words: string) => new TextEncoder().encode(words);

describe('what a file says it is', () => {
  it.each([
    ['image/png', PNG],
    ['image/gif', GIF],
    ['image/webp', WEBP],
    ['image/jpeg', JPEG],
  ])('reads %s with its size', (type, bytes) => {
    expect(imageFacts(bytes)).toEqual({ type, width: 1, height: 1 });
  });

  it('reads the size of a picture that lies in the middle of other bytes', () => {
    const around = new Uint8Array(200);
    around.set(pngSaying(640, 480), 60);
    expect(imageFacts(around.subarray(60, 60 + PNG.length))).toMatchObject({ width: 640, height: 480 });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a page behind the name of a GIF', text('GIF8')],
    ['a PDF', text('%PDF-1.7\n%âãÏÓ and so on and so forth')],
    ['a PNG cut off', PNG.subarray(0, 20)],
    ['a JPEG without a frame', JPEG.subarray(0, 30)],
    [
      'a JPEG whose segments lead nowhere',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ],
    ['a picture without height', pngSaying(10, 0)],
  ])('does not take %s', (_name, bytes) => {
    expect(imageFacts(bytes)).toBeNull();
  });
});
