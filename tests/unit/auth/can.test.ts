import { describe, expect, test } from 'vitest';
import {
  type Action,
  can,
  mayCreateWorkshops,
  outranks,
  type Resource,
  type Role,
} from '../../../lib/auth/can.ts';

const own: Resource = { ownInterview: true };
const opened: Resource = { structure: 'everyone' };
const closed: Resource = { structure: 'facilitator' };

/**
 * The table of the design, row by row: who may do it. Whoever is missing from a row may not. `null` stands
 * for nobody, another workshop's member and a removed member alike: none of them has a role here.
 */
const ROWS: [string, Action, Resource, (Role | null)[]][] = [
  ['open the map', 'map.read', {}, ['leader', 'participant', 'noteTaker', 'interviewer', 'facilitator']],
  ['write on the map', 'map.write', {}, ['participant', 'noteTaker', 'interviewer', 'facilitator']],
  ['change the structure', 'map.structure', closed, ['facilitator']],
  ['change an unstated structure', 'map.structure', {}, ['facilitator']],
  [
    'change an opened structure',
    'map.structure',
    opened,
    ['participant', 'noteTaker', 'interviewer', 'facilitator'],
  ],
  [
    'read raw notes of their own interview',
    'interview.readRaw',
    own,
    ['noteTaker', 'interviewer', 'facilitator'],
  ],
  ['read raw notes of others', 'interview.readRaw', {}, ['facilitator']],
  [
    'read shared notes',
    'interview.readShared',
    {},
    ['participant', 'noteTaker', 'interviewer', 'facilitator'],
  ],
  ['list interviews', 'interview.list', {}, ['participant', 'noteTaker', 'interviewer', 'facilitator']],
  ['take in an interview', 'interview.create', {}, ['noteTaker', 'interviewer', 'facilitator']],
  ['capture their own interview', 'interview.capture', own, ['noteTaker', 'interviewer', 'facilitator']],
  ['capture others', 'interview.capture', {}, ['facilitator']],
  ['mark in their own interview', 'interview.mark', own, ['noteTaker', 'interviewer', 'facilitator']],
  ['mark in others', 'interview.mark', {}, ['facilitator']],
  ['know a pseudonym of their own interview', 'interview.identity', own, ['interviewer', 'facilitator']],
  ['know a pseudonym of others', 'interview.identity', {}, ['facilitator']],
  ['take a snapshot', 'snapshot.take', {}, ['interviewer', 'facilitator']],
  ['restore a snapshot', 'snapshot.restore', {}, ['facilitator']],
  [
    'read a snapshot',
    'snapshot.read',
    {},
    ['leader', 'participant', 'noteTaker', 'interviewer', 'facilitator'],
  ],
  [
    'read the snapshot of one’s link',
    'snapshot.read',
    { ownSnapshot: true },
    ['guest', 'leader', 'participant', 'noteTaker', 'interviewer', 'facilitator'],
  ],
  ['share a snapshot', 'snapshot.share', {}, ['facilitator']],
  ['export a snapshot whole', 'snapshot.exportWhole', {}, ['facilitator']],
  [
    'carry a snapshot out',
    'snapshot.export',
    {},
    ['leader', 'participant', 'noteTaker', 'interviewer', 'facilitator'],
  ],
  ['decide', 'decision.make', {}, ['leader', 'facilitator']],
  ['comment', 'comment.write', {}, ['leader', 'facilitator']],
  ['see the people', 'member.list', {}, ['participant', 'noteTaker', 'interviewer', 'facilitator']],
  ['invite and change roles', 'member.invite', {}, ['facilitator']],
  ['change settings', 'workshop.settings', {}, ['facilitator']],
  ['erase an interviewee', 'interview.erase', {}, ['interviewer', 'facilitator']],
];
const EVERYBODY: (Role | null)[] = [
  null,
  'guest',
  'leader',
  'participant',
  'noteTaker',
  'interviewer',
  'facilitator',
];

describe('who may do what', () => {
  for (const [name, action, resource, allowed] of ROWS) {
    test(name, () => {
      expect(EVERYBODY.filter((role) => can({ role }, action, resource))).toEqual(
        EVERYBODY.filter((role) => allowed.includes(role)),
      );
    });
  }

  test('nobody at all may do nothing', () => {
    expect(ROWS.filter(([, action, resource]) => can(null, action, resource))).toEqual([]);
  });

  test('a role outranks those below it, never itself', () => {
    expect(outranks('facilitator', 'interviewer')).toBe(true);
    expect(outranks('participant', 'leader')).toBe(true);
    expect(outranks('leader', null)).toBe(true);
    expect(outranks('facilitator', 'facilitator')).toBe(false);
    expect(outranks('interviewer', 'facilitator')).toBe(false);
  });

  test('accounts make workshops, guests do not', () => {
    expect(mayCreateWorkshops({ kind: 'account' })).toBe(true);
    expect(mayCreateWorkshops({ kind: 'guest' })).toBe(false);
  });
});
