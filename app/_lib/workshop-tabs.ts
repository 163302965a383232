import { type Actor, can } from '@/lib/auth/can.ts';

/** A workshop's tabs that a role opens, in their order: the last part of their address, and of their name in i18n. */
export function workshopTabs(actor: Actor) {
  const tabs = [
    { segment: 'map', show: can(actor, 'map.read') },
    { segment: 'interviews', show: can(actor, 'interview.list') },
    { segment: 'snapshots', show: can(actor, 'snapshot.read') },
    { segment: 'decisions', show: can(actor, 'snapshot.read') },
    { segment: 'settings', show: can(actor, 'workshop.settings') },
  ] as const;
  const shown = tabs.filter((tab) => tab.show).map((tab) => tab.segment);
  // A leader comes for the snapshots: they stand first.
  if (!can(actor, 'map.write')) shown.sort((a, b) => Number(b === 'snapshots') - Number(a === 'snapshots'));
  return shown;
}
