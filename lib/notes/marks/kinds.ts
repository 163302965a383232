/** What a passage may be marked as, and the key that does it. */
export const MARK_KINDS = [
  { kind: 'quote', key: 'Q' },
  { kind: 'emotion', key: 'M' },
  { kind: 'friction', key: 'F' },
  { kind: 'need', key: 'N' },
  { kind: 'employee', key: 'E' },
] as const;

export type MarkKind = (typeof MARK_KINDS)[number]['kind'];
