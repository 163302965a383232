/** Letters and signs that people write in Swedish, English and their neighbours beyond ASCII. */
const USUAL = /[åäöÅÄÖéÉèüÜæÆøØàáëíóúñçß“”‘’–—…«»•§°½€£´\u00a0]/g;
const BEYOND = /[^\0-\x7f]/g;

/** How well text reads: the share of its letters beyond ASCII that people write, and where they stand. */
function score(text: string): number {
  const beyond = text.match(BEYOND)?.length ?? 0;
  if (beyond === 0) return 0;
  const usual = text.match(USUAL)?.length ?? 0;
  // A letter within a word is at home there, a quotation mark is not: "F”rs„ljning" is "Försäljning" misread.
  const misplaced =
    (text.match(/\p{L}[“”„«»•§°€£…‰†ŠŒ]\p{Ll}/gu)?.length ?? 0) +
    (text.match(/\p{Ll}[ÅÄÖÉ]\p{Ll}/gu)?.length ?? 0);
  return (usual - misplaced) / beyond;
}

/** What Windows-1252 has where Latin-1 has control characters: 0x80 … 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Node before 24 reads Windows-1252 as Latin-1; browsers do not.
const decodeWindows = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);

/** Text in one of the two old encodings of eight bits; null where it is in doubt in which. */
export function decodeEightBits(
  bytes: Uint8Array,
): { text: string; encoding: 'windows-1252' | 'macintosh' } | null {
  const windows = decodeWindows(bytes);
  const mac = new TextDecoder('macintosh').decode(bytes);
  const [w, m] = [score(windows), score(mac)];
  if (Math.max(w, m) < 0.95 || Math.abs(w - m) < 0.2) return null;
  return w > m ? { text: windows, encoding: 'windows-1252' } : { text: mac, encoding: 'macintosh' };
}
