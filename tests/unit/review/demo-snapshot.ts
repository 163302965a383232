import * as Y from 'yjs';
import type { Locale } from '../../../lib/i18n/locale.ts';
import { figures } from '../../../lib/journey/analysis/index.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { type Sources, withCheckedEvidence } from '../../../lib/journey/sources.ts';
import { INTERVIEWS } from '../../../lib/services/demo/content/cast.ts';
import { demoJourney } from '../../../lib/services/demo/journey.ts';
import { readTranscript } from '../../../lib/services/demo/transcript.ts';
import { contentHash } from '../../../lib/services/snapshots/canonical.ts';
import type { Snapshot } from '../../../lib/services/snapshots.ts';

/** A snapshot of any journey, as reading it from the database would give it. */
export function snapshotOf(
  journey: Journey,
  sources: Sources,
  group = {
    customerInterviews: 6,
    employeeInterviews: 2,
    functions: ['Ekonomi', 'Kundservice'],
    questions: ['Hur började det?'],
  },
): Snapshot {
  const checked = withCheckedEvidence(journey, sources);
  return {
    id: '00000000-0000-4000-8000-000000000002',
    number: 2,
    map: 'asIs',
    note: '',
    reason: 'manual',
    head: null,
    size: 1,
    label: 'Till ledningen',
    takenAt: new Date('2026-11-10T09:00:00Z'),
    by: null,
    figures: figures(checked),
    group,
    journey: checked,
    sources,
    sha256: contentHash({ journey: checked, sources }),
    sourcesErased: 0,
  };
}

/** The demo's second snapshot without a database; finding ids are the content's own keys. */
export function demoSnapshot(locale: Locale): Snapshot {
  const sources: Sources = {};
  const placed = INTERVIEWS.flatMap((interview) => {
    const { turns, marks } = readTranscript(interview.content[locale]);
    return marks.map((mark) => {
      const alias = interview.alias[locale];
      const interviewId = interview.key;
      const atMs = turns[mark.turn]?.atMs ?? null;
      sources[mark.key] = {
        interviewId,
        alias,
        kind: interview.kind,
        words: mark.words,
        speaker: alias,
        atMs,
      };
      return {
        key: mark.key,
        words: mark.words,
        kind: interview.kind,
        persona: interview.persona,
        source: { findingId: mark.key, interviewId },
      };
    });
  });
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, demoJourney(locale, 'Demo', 'the-author', placed).second);
  return snapshotOf(toJourney(live), sources);
}
