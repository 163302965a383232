import type { CustomerKind, Severity } from '../../../journey/model.ts';
import type { TouchpointKey } from './structure.ts';

/** What the note-taker marked, the same in both languages; the words stand in the transcripts. */
export interface DemoFinding {
  kind: CustomerKind;
  /** Where the group placed it; null: still in the tray. */
  at: TouchpointKey | null;
  /** In which of the two workshop sessions it was placed. */
  session: 1 | 2;
  valence?: number;
  emoji?: string;
  severity?: Severity;
}

type Valence = -2 | -1 | 1 | 2;

/** The face a note-taker would pick first for each valence; always shown with its sign. */
const FACES: Record<Valence, string> = { '2': '😄', '1': '🙂', '-1': '😟', '-2': '😡' };

const quote = (at: TouchpointKey | null, session: 1 | 2): DemoFinding => ({ kind: 'quote', at, session });
const emotion = (at: TouchpointKey, session: 1 | 2, valence: Valence, emoji?: string): DemoFinding => ({
  kind: 'emotion',
  at,
  session,
  valence,
  emoji: emoji ?? FACES[valence],
});
const friction = (at: TouchpointKey | null, session: 1 | 2, severity: Severity): DemoFinding => ({
  kind: 'friction',
  at,
  session,
  severity,
});

export const FINDINGS: Record<string, DemoFinding> = {
  h1: emotion('compare', 1, 1),
  h2: quote('sign', 1),
  h3: emotion('sign', 1, 2),
  h4: quote(null, 1),
  h5: friction('invoice', 1, 3),
  h6: emotion('invoice', 1, -2),
  h7: quote('invoice', 1),
  h8: quote('price', 1),
  h9: emotion('price', 1, -1),

  s1: friction('compare', 1, 1),
  s2: emotion('compare', 1, -1),
  s3: quote('sign', 1),
  s4: emotion('sign', 1, 1, '😌'),
  s5: quote('app', 1),
  s6: emotion('app', 1, 1),
  s7: friction('invoice', 1, 2),
  s8: quote(null, 1),

  m1: quote('welcome', 1),
  m2: emotion('welcome', 1, 1, '😌'),
  m3: quote('start', 1),
  m4: emotion('start', 1, 1, '😌'),
  m5: friction('invoice', 1, 3),
  m6: emotion('invoice', 1, -2, '😢'),
  m7: friction('service', 2, 2),
  m8: emotion('service', 2, -2),
  m9: friction('correction', 2, 2),
  m10: emotion('correction', 2, -1),
  m11: quote(null, 2),

  c1: quote('start', 2),
  c2: emotion('start', 2, 1),
  c3: friction('app', 2, 2),
  c4: emotion('app', 2, -1, '🙁'),
  c5: quote('invoice', 2),
  c6: friction('price', 2, 3),
  c7: emotion('price', 2, -2, '😢'),
  c8: quote(null, 2),
  c9: quote('renew', 2),

  p1: quote('welcome', 2),
  p2: emotion('welcome', 2, 1),
  p3: friction('invoice', 2, 3),
  p4: emotion('invoice', 2, -1, '🙁'),
  p5: friction('service', 2, 2),
  p6: emotion('service', 2, -1, '🙁'),
  p7: quote('service', 2),
  p8: emotion('service', 2, 1),
  p9: friction(null, 2, 1),

  d1: friction('service', 2, 2),
  d2: emotion('service', 2, -1),
  d3: friction('correction', 2, 2),
  d4: emotion('correction', 2, -2),
  d5: quote('price', 2),
  d6: emotion('price', 2, -1, '🙁'),
  d7: quote('renew', 2),
  d8: emotion('renew', 2, 1, '😌'),
  d9: quote(null, 2),

  a1: friction('service', 2, 3),
  a2: friction('correction', 2, 3),
  a3: friction('price', 2, 2),
  a4: quote(null, 2),
  b1: friction('invoice', 2, 3),
  b2: friction('correction', 2, 2),
  b3: quote('start', 2),
};
