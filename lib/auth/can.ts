/**
 * Who may do what: the one table, used by pages, actions, routes and sockets (trust.md). Nothing else
 * in the code compares roles.
 */
export const ROLES = ['facilitator', 'interviewer', 'noteTaker', 'participant', 'leader', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/** The roles an invitation may carry; `guest` is the holder of a share link. */
export const INVITABLE_ROLES = ['facilitator', 'interviewer', 'noteTaker', 'participant', 'leader'] as const;

/** Somebody as seen from one workshop: `role` is null for whoever is not a member of it. */
export interface Actor {
  userId: string;
  name: string;
  /** The function (department) the person speaks for. */
  functionName: string;
  workshopId: string;
  role: Role | null;
  /** A guest: the number of the one snapshot the link leads to. */
  snapshot?: number;
}

export type Action =
  | 'map.read'
  | 'map.write'
  | 'map.structure'
  | 'interview.list'
  | 'interview.create'
  | 'interview.capture'
  | 'interview.readRaw'
  | 'interview.readShared'
  | 'interview.mark'
  | 'interview.identity'
  | 'interview.erase'
  | 'snapshot.take'
  | 'snapshot.restore'
  | 'snapshot.read'
  | 'snapshot.share'
  | 'snapshot.export'
  /** As a journey file: everything, with everybody's words. */
  | 'snapshot.exportWhole'
  | 'decision.make'
  | 'comment.write'
  | 'member.list'
  | 'member.invite'
  | 'workshop.settings';

export interface Resource {
  /** map.structure: what the document's meta says; a facilitator may open it to everyone. */
  structure?: 'facilitator' | 'everyone';
  /** interview.*: the actor interviewed or took notes in it. */
  ownInterview?: boolean;
  /** snapshot.read: it is the one a guest's link leads to. */
  ownSnapshot?: boolean;
}

type Rule = true | ((resource: Resource) => boolean);

const own: Rule = (r) => r.ownInterview === true;
const ifOpened: Rule = (r) => r.structure === 'everyone';

const LEADER: Partial<Record<Action, Rule>> = {
  'map.read': true,
  'snapshot.read': true,
  'snapshot.export': true,
  'decision.make': true,
  'comment.write': true,
};

const PARTICIPANT: Partial<Record<Action, Rule>> = {
  'map.read': true,
  'map.write': true,
  'map.structure': ifOpened,
  'interview.list': true,
  'interview.readShared': true,
  'snapshot.read': true,
  'snapshot.export': true,
  'member.list': true,
};

const NOTE_TAKER: Partial<Record<Action, Rule>> = {
  ...PARTICIPANT,
  'interview.create': true,
  'interview.capture': own,
  'interview.readRaw': own,
  'interview.mark': own,
};

const TABLE: Record<Role, Partial<Record<Action, Rule>>> = {
  guest: { 'snapshot.read': (r) => r.ownSnapshot === true },
  leader: LEADER,
  participant: PARTICIPANT,
  noteTaker: NOTE_TAKER,
  interviewer: {
    ...NOTE_TAKER,
    'interview.identity': own,
    'interview.erase': true,
    'snapshot.take': true,
  },
  facilitator: {
    ...PARTICIPANT,
    'map.structure': true,
    'interview.create': true,
    'interview.capture': true,
    'interview.readRaw': true,
    'interview.mark': true,
    'interview.identity': true,
    'interview.erase': true,
    'snapshot.take': true,
    'snapshot.restore': true,
    'snapshot.share': true,
    'snapshot.exportWhole': true,
    'decision.make': true,
    'comment.write': true,
    'member.invite': true,
    'workshop.settings': true,
  },
};

export function can(actor: Pick<Actor, 'role'> | null, action: Action, resource: Resource = {}): boolean {
  if (!actor?.role) return false;
  const rule = TABLE[actor.role][action];
  return rule === true || (typeof rule === 'function' && rule(resource));
}

/** From most to least: who may hand out which role. */
const RANK: Record<Role, number> = {
  facilitator: 5,
  interviewer: 4,
  noteTaker: 3,
  participant: 2,
  leader: 1,
  guest: 0,
};

/** Whether role `a` stands above role `b`; nobody hands out or takes away a role above their own. */
export function outranks(a: Role | null, b: Role | null): boolean {
  return (a ? RANK[a] : -1) > (b ? RANK[b] : -1);
}

/** Accounts make workshops; a guest knows only the one the link led to. */
export function mayCreateWorkshops(user: { kind: 'account' | 'guest' }): boolean {
  return user.kind === 'account';
}
