import { z } from 'zod';
import { figuresSchema } from '../../journey/analysis/index.ts';
import { group } from '../../journey/group.ts';
import { id, journey, LIMITS } from '../../journey/model.ts';
import { source } from '../../journey/sources.ts';

/** The journey file: docs/formats/journey-json.md says of every field what it means. */
export const JOURNEY_FORMAT = 'utifran-journey';
/** Raised when a reader of the old one could no longer read it; older ones stay readable for good. */
export const JOURNEY_VERSION = 1;

const consent = z.object({
  notes: z.boolean(),
  recording: z.boolean(),
  quoteOnMap: z.boolean(),
  quoteOutside: z.boolean(),
});

/** Who stands behind the cards: a pseudonym and what the person agreed to. */
const interview = z.object({
  alias: z.string().min(1).max(60),
  kind: z.enum(['customer', 'employee']),
  segment: z.string().max(60).default(''),
  personaId: id.nullable().default(null),
  heldOn: z.iso.date().nullable().default(null),
  consent,
  consentAt: z.iso.datetime().nullable().default(null),
});

const picture = z.object({ type: z.string().max(40), base64: z.base64() });

const decision = z.object({
  subject: z.object({ kind: z.enum(['snapshot', 'friction', 'opportunity', 'phase']), id: z.string() }),
  revision: z.number().int(),
  number: z.number().int(),
  choice: z.string(),
  text: z.string(),
  functionName: z.string(),
  dueOn: z.string().nullable(),
  status: z.string(),
  at: z.iso.datetime(),
});

const key = z.string().min(1).max(LIMITS.id);

export const journeyFile = z.object({
  format: z.literal(JOURNEY_FORMAT),
  version: z.literal(JOURNEY_VERSION),
  exportedAt: z.iso.datetime(),
  workshop: z.object({
    title: z.string().max(LIMITS.name),
    locale: z.enum(['en', 'sv']),
    demo: z.boolean().default(false),
  }),
  snapshot: z.object({
    number: z.number().int().positive(),
    map: z.enum(['asIs', 'toBe']),
    label: z.string(),
    note: z.string(),
    takenAt: z.iso.datetime(),
    sha256: z.string(),
    sourcesErased: z.number().int().nonnegative(),
  }),
  journey,
  /** tldraw's records in the form the document stores them, by id. */
  drawing: z.record(z.string().max(200), z.record(z.string(), z.unknown())).default({}),
  /** The drawing's pictures, by file id. */
  pictures: z.record(key, picture).default({}),
  sources: z.record(
    key,
    source.omit({ withheld: true }).extend({
      words: z.string().max(LIMITS.cardText),
      alias: z.string().min(1).max(60),
      speaker: z.string().max(200),
    }),
  ),
  interviews: z.record(key, interview).default({}),
  group,
  figures: figuresSchema,
  /** For the record; they are not taken in. */
  decisions: z.array(decision).default([]),
});
export type JourneyFile = z.infer<typeof journeyFile>;

/** What only the journey file carries, from beside the snapshot. */
export type Enclosed = Pick<JourneyFile, 'interviews' | 'pictures'>;
