export const GUIDE_KINDS = ['customer', 'employee'] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];

/** More core questions than these are advised against: a guide of few gets answers, a long one gets ticks. */
export const CORE_ADVISED = 4;

export const GUIDE_LIMITS = {
  /** Questions of one kind in one workshop. */
  questions: 40,
  /** Lengths in UTF-16 code units. */
  text: 300,
  followUps: 12,
  followUp: 200,
  tests: 300,
} as const;
