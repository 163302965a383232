/**
 * Who sent an edit or a pointer and when, written into it in letters, so that a receiver finds it in raw
 * bytes whatever the protocol around it is: `@@@`, its kind, the sender's number in four digits and
 * microseconds since the driver's start in eleven.
 */
const SIGN = Buffer.from('@@@');
const WHO = 4;
const WHEN = 11;
const LENGTH = SIGN.length + 1 + WHO + WHEN;

export type Kind = 'edit' | 'pointer';
const LETTER = { edit: 'e', pointer: 'p' } as const;
const EDIT = LETTER.edit.charCodeAt(0);

export function mark(kind: Kind, who: number, now = performance.now()): string {
  const when = String(Math.round(now * 1000)).padStart(WHEN, '0');
  return `@@@${LETTER[kind]}${String(who).padStart(WHO, '0')}${when}`;
}

/** Calls `found` with kind, sender and sending time (ms, as performance.now()) of each mark in a frame. */
export function eachMark(frame: Buffer, found: (kind: Kind, who: number, sentAt: number) => void): void {
  for (let at = frame.indexOf(SIGN); at >= 0; at = frame.indexOf(SIGN, at + LENGTH)) {
    if (at + LENGTH > frame.length) return;
    const digits = at + SIGN.length + 1;
    const who = number(frame, digits, WHO);
    found(frame[digits - 1] === EDIT ? 'edit' : 'pointer', who, number(frame, digits + WHO, WHEN) / 1000);
  }
}

function number(frame: Buffer, from: number, digits: number): number {
  let value = 0;
  for (let i = from; i < from + digits; i += 1) value = value * 10 + (frame[i] as number) - 48;
  return value;
}
