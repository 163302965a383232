/** What a decision or a comment is about: the snapshot as a whole, or something in it. */
export const SUBJECT_KINDS = ['snapshot', 'friction', 'opportunity', 'phase'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** `friction`: a touchpoint's id; `opportunity`: a card's; `phase`: a phase's; `snapshot`: empty. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

export const subjectKey = ({ kind, id }: Subject): string => `${kind}:${id}`;

/** The id of the place in a report where the subject is told of; the snapshot's own is where decisions stand. */
export const anchorOf = ({ kind, id }: Subject): string =>
  kind === 'snapshot' ? 'decisions' : `${kind}-${id}`;

export const CHOICES = ['do', 'ask', 'notNow'] as const;
export type Choice = (typeof CHOICES)[number];

/** What leadership decided on one subject, as it holds now. */
export interface Decision {
  subject: Subject;
  /** 1, 2, 3 … of the subject. */
  revision: number;
  /** Of the snapshot it was decided on. */
  number: number;
  choice: Choice;
  text: string;
  /** A colleague's name as whoever decided wrote it; empty where nobody is named, and outside the workshop. */
  owner: string;
  functionName: string;
  /** A calendar day, YYYY-MM-DD. */
  dueOn: string | null;
  status: 'open' | 'done';
  /** Who decided; null outside the workshop, and when the person is gone. */
  by: string | null;
  at: Date;
}
