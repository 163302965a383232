import * as Y from 'yjs';
import type { Locale } from '../../i18n/locale.ts';
import { addCard, type NewCard } from '../../journey/commands/cards.ts';
import { addPersona, setComesTo } from '../../journey/commands/personas.ts';
import { setTouchpoint } from '../../journey/commands/structure.ts';
import { type JourneyDoc, toJourney } from '../../journey/document.ts';
import { type CardKind, laneFor, type Source } from '../../journey/model.ts';
import { freshJourney, writeStructure } from '../templates/index.ts';
import { CARDS } from './content/cards.ts';
import { PERSONAS, type PersonaKey } from './content/cast.ts';
import { FINDINGS } from './content/findings.ts';
import { MEETINGS, PHASES, TOUCHPOINTS, type TouchpointKey } from './content/structure.ts';

/** A stored finding of the demo, as its card needs it. */
export interface PlacedFinding {
  key: string;
  words: string;
  kind: 'customer' | 'employee';
  persona: PersonaKey | null;
  source: Source;
}

/** The demo's map as it stood after each of its two workshop sessions, as Yjs updates. */
export interface DemoStates {
  first: Uint8Array;
  second: Uint8Array;
  /** Ids of the personas on it. */
  personas: Record<PersonaKey, string>;
}

/** Maps the demo's findings and the group's own cards, by the commands a person's browser would use. */
export function demoJourney(
  locale: Locale,
  title: string,
  authorId: string,
  findings: readonly PlacedFinding[],
): DemoStates {
  const journey = freshJourney(locale, title);
  const { touchpointIds } = writeStructure(journey, PHASES.map(withNames), locale);
  const columns = new Map(touchpointIds.flat().map((touchpointId, i) => [TOUCHPOINTS[i], touchpointId]));
  const place = (kind: CardKind, at: TouchpointKey) => {
    const touchpointId = columns.get(at);
    const lane = laneFor(toJourney(journey).lanes, kind);
    return touchpointId && lane ? { touchpointId, laneId: lane.id } : null;
  };

  const personas = describeMeetings(journey, columns, locale);

  const session = (number: 1 | 2): Uint8Array => {
    for (const card of CARDS.filter((c) => c.session === number)) {
      const { kind, at, text, severity } = card;
      addCard(journey, {
        kind,
        text: text[locale],
        cell: place(kind, at),
        authorId,
        severity: severity ?? null,
        ...(kind === 'backstage' && { evidence: 'reported' as const }),
      });
    }
    for (const finding of findings) {
      const meta = FINDINGS[finding.key];
      if (!meta?.at || meta.session !== number) continue;
      const kind = finding.kind === 'employee' ? 'employee' : meta.kind;
      addCard(journey, {
        ...cardOf(finding, authorId),
        kind,
        cell: place(kind, meta.at),
        personaId: finding.persona && personas[finding.persona],
      });
    }
    return Y.encodeStateAsUpdate(journey.doc);
  };

  return { first: session(1), second: session(2), personas };
}

/** Adds the personas and says of each touchpoint how and with whom; returns the personas' ids. */
function describeMeetings(
  journey: JourneyDoc,
  columns: ReadonlyMap<TouchpointKey | undefined, string>,
  locale: Locale,
): Record<PersonaKey, string> {
  const ids = {} as Record<PersonaKey, string>;
  for (const [key, name] of Object.entries(PERSONAS)) {
    ids[key as PersonaKey] = addPersona(journey, { name: name[locale] });
  }
  for (const [key, { channel, owner, only }] of Object.entries(MEETINGS)) {
    const touchpointId = columns.get(key as TouchpointKey) ?? '';
    setTouchpoint(journey, touchpointId, { channel: channel[locale], owner: owner[locale] });
    for (const persona of only ?? []) setComesTo(journey, touchpointId, ids[persona], true);
  }
  return ids;
}

function cardOf(finding: PlacedFinding, authorId: string): NewCard {
  const meta = FINDINGS[finding.key];
  const employee = finding.kind === 'employee';
  // An employee's friction weighs on the employee: that is what mirrors a customer's.
  const valence = employee && meta?.kind === 'friction' ? -1 : (meta?.valence ?? null);
  return {
    kind: employee ? 'employee' : (meta?.kind ?? 'quote'),
    text: finding.words,
    cell: null,
    authorId,
    source: finding.source,
    evidence: employee ? 'reported' : 'observed',
    valence,
    emoji: meta?.emoji ?? null,
    severity: meta?.severity ?? null,
  };
}

const withNames = (phase: (typeof PHASES)[number]) => ({
  part: phase.part,
  name: phase.name,
  touchpoints: phase.touchpoints.map(({ en, sv }) => ({ en, sv })),
});
