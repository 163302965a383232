import type { Turn } from './turn.ts';

/**
 * Who a file's label is: asks, answers, answers beside whoever is interviewed, or nobody (a heading taken
 * for a name: its words join the turn before).
 */
export const PARTS_IN_TALK = ['interviewer', 'interviewee', 'companion', 'nobody'] as const;
export type PartInTalk = (typeof PARTS_IN_TALK)[number];
export type Cast = Readonly<Record<string, PartInTalk>>;

/** A turn with its part decided; `speaker` is still the file's label and is not to be stored. */
export interface CastTurn extends Turn {
  role: Exclude<PartInTalk, 'nobody'>;
}

export interface SpeakerSummary {
  label: string;
  turns: number;
  words: number;
  questions: number;
  /** What the speaker says first, cut short: people know a voice by it. */
  sample: string;
}

const ASKS = /^(?:interviewer|moderator|facilitator|researcher|intervjuare|intervjuledare|int|i|q|f)\b/i;
const ANSWERS =
  /^(?:interviewee|participant|respondent|customer|client|kund|deltagare|intervjuperson|ip|r|a|p)\b/i;
/** What a transcript says of itself before anybody speaks: "Date: 3 May". */
const ABOUT =
  /^(?:date|datum|time|tid|title|titel|subject|ämne|attendees|närvarande|deltagare|location|plats|duration|längd|meeting|möte|recorded|inspelad|topic|language|språk|interview|intervju|id|file|fil)\b/i;
const SAMPLE = 90;

/** The labels of a transcript in the order they first speak. */
export function speakersOf(turns: readonly Turn[]): SpeakerSummary[] {
  const found = new Map<string, SpeakerSummary>();
  for (const { speaker, text } of turns) {
    const known = found.get(speaker) ?? { label: speaker, turns: 0, words: 0, questions: 0, sample: '' };
    known.turns += 1;
    known.words += text.split(/\s+/).length;
    known.questions += text.split('?').length - 1;
    if (known.sample.length < 25 && text.length > known.sample.length) {
      known.sample = text.length > SAMPLE ? `${text.slice(0, SAMPLE).trimEnd()}…` : text;
    }
    found.set(speaker, known);
  }
  return [...found.values()];
}

/**
 * A first guess for a person to correct: whoever is called interviewer asks; where no label says so, the
 * one who puts most questions does. All others answer.
 */
export function guessCast(speakers: readonly SpeakerSummary[]): Cast {
  const named = speakers.filter((speaker) => ASKS.test(speaker.label) && !ANSWERS.test(speaker.label));
  const most = speakers
    .filter((speaker) => !ANSWERS.test(speaker.label))
    .reduce<SpeakerSummary | null>((best, s) => (s.questions > (best?.questions ?? 0) ? s : best), null);
  const about = new Set(
    speakers.filter((s) => s.turns === 1 && speakers.length > 2 && ABOUT.test(s.label)).map((s) => s.label),
  );
  const asking = new Set(
    (named.length > 0 ? named : most && speakers.length > 1 ? [most] : []).map((s) => s.label),
  );
  return Object.fromEntries(
    speakers.map(({ label }) => [
      label,
      about.has(label) ? 'nobody' : asking.has(label) ? 'interviewer' : 'interviewee',
    ]),
  );
}

/** The turns with their parts; a label the cast does not name answers. Turns of `nobody` join the one before. */
export function castTurns(turns: readonly Turn[], cast: Cast): CastTurn[] {
  const out: CastTurn[] = [];
  for (const turn of turns) {
    const part = Object.hasOwn(cast, turn.speaker) ? cast[turn.speaker] : 'interviewee';
    const last = out.at(-1);
    if (part !== 'nobody') out.push({ ...turn, role: part ?? 'interviewee' });
    else if (last) last.text += `\n${turn.speaker}: ${turn.text}`;
  }
  return out;
}
