import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';
import { installationRoot } from '../../../lib/db/root.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import type { CardKind } from '../../../lib/journey/model.ts';
import { orderOf } from '../sync/documents.ts';

export interface Said {
  id: string;
  interviewId: string;
  words: string;
}

/** A full map as a workshop leaves it: real sentences, two thirds of them findings of eight interviews. */
export interface Full {
  state: Uint8Array;
  interviewIds: string[];
  findings: Said[];
}

const KINDS = [
  'quote',
  'quote',
  'emotion',
  'friction',
  'quote',
  'friction',
  'employee',
  'action',
  'metric',
] as const;
const FROM_FINDINGS: ReadonlySet<CardKind> = new Set<CardKind>(['quote', 'emotion', 'friction']);

export function fullMap(cards: number): Full {
  const sentences = realSentences();
  const interviewIds = Array.from({ length: 8 }, () => randomUUID());
  const authors = Array.from({ length: 12 }, () => randomUUID());
  const findings: Said[] = [];
  const j = openJourney(new Y.Doc(), 'bench');
  const meta = {
    version: 1,
    title: 'The invoice',
    locale: 'en',
    structure: 'facilitator',
    cards: 'everyone',
  };
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(meta)) j.meta.set(key, value);
  });
  const phases = (['before', 'before', 'during', 'during', 'after'] as const).map((part, i) =>
    addPhase(j, { name: `Phase ${i + 1}`, part }),
  );
  const touchpoints = Array.from({ length: 24 }, (_, i) =>
    addTouchpoint(j, { name: sentences[i]?.slice(0, 30) ?? '', phaseId: phases[i % 5] as string }),
  );
  const lanes = new Map([...new Set(KINDS)].map((kind) => [kind, addLane(j, { name: kind, kind })]));
  j.doc.transact(() => {
    for (let i = 0; i < cards; i += 1) {
      const kind = KINDS[i % KINDS.length] as (typeof KINDS)[number];
      const words = sentences[(i * 7) % sentences.length] as string;
      const interviewId = interviewIds[i % 8] as string;
      const finding = FROM_FINDINGS.has(kind) ? { id: randomUUID(), interviewId, words } : null;
      if (finding) findings.push(finding);
      // To the tray first: `addCard` reads the whole journey to rank a card in its cell.
      const id = addCard(j, {
        kind,
        text: kind === 'emotion' ? '' : words,
        cell: null,
        authorId: authors[i % 12] as string,
        valence: kind === 'emotion' ? (i % 5) - 2 : null,
        severity: kind === 'friction' ? (((i % 3) + 1) as 1 | 2 | 3) : null,
        source: finding && { findingId: finding.id, interviewId },
      });
      const place = { touchpointId: touchpoints[i % 24], laneId: lanes.get(kind), order: orderOf(i) };
      j.cards.get(id)?.set('place', place);
    }
  });
  return { state: Y.encodeStateAsUpdate(j.doc), interviewIds, findings };
}

/** What five people said, no two alike, as long as what goes on a card. */
function realSentences(): string[] {
  const folder = path.join(installationRoot(import.meta.url), 'tests/fixtures/interviews-pdpilot-en');
  const all = [1, 2, 3, 4, 5].flatMap((n) =>
    readFileSync(path.join(folder, `P${n}.txt`), 'utf8')
      .replace(/^\d+\s+/gm, '')
      .replace(/\s+/g, ' ')
      .split(/(?<=[.?!]) /),
  );
  return [...new Set(all)].filter(({ length }) => length >= 40 && length <= 180);
}
