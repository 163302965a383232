import type { CardKind } from '../../../journey/model.ts';
import { queryOf, rank, type Sought, sought } from '../../find/rank.ts';
import type { Finding } from '../../findings.ts';
import type { Waiting } from './unplaced.ts';

/** The group of cards that were lifted off the map; no interview has this id. */
export const LIFTED = 'lifted';

export interface Group {
  /** The interview's id, or `LIFTED`. */
  id: string;
  /** The interview's alias; empty for lifted cards, which the interface names. */
  name: string;
  /** What is shown of it, best first when something is searched for. */
  items: Waiting[];
  /** How many wait, whatever is searched for. */
  left: number;
  /** Findings of the interview, placed ones included; of lifted cards as many as wait. */
  total: number;
}

export interface TrayQuery {
  typed: string;
  interviewId: string;
  kind: CardKind | '';
}

export const NO_QUERY: TrayQuery = { typed: '', interviewId: '', kind: '' };

/** The tray by interview in the server's order; groups with nothing to show are left out. */
export function groupsOf(
  items: readonly Waiting[],
  findings: ReadonlyMap<string, Finding>,
  asked: TrayQuery,
): Group[] {
  const groups = new Map<string, Group>();
  const group = (id: string, name: string) => {
    let held = groups.get(id);
    if (!held) {
      held = { id, name, items: [], left: 0, total: 0 };
      groups.set(id, held);
    }
    return held;
  };
  group(LIFTED, '');
  for (const { interviewId, alias } of findings.values()) group(interviewId, alias).total++;
  const query = queryOf(asked.typed);
  const ranks = new Map<Waiting, number>();
  for (const item of items) {
    const held =
      item.type === 'card' ? group(LIFTED, '') : group(item.finding.interviewId, item.finding.alias);
    held.left++;
    if (item.type === 'card') held.total++;
    if (asked.interviewId && item.finding?.interviewId !== asked.interviewId) continue;
    if (asked.kind && item.kind !== asked.kind) continue;
    const at = query.words.length > 0 ? rank(soughtOf(item), query) : 0;
    if (at === null) continue;
    ranks.set(item, at);
    held.items.push(item);
  }
  const shown = [...groups.values()].filter((g) => g.items.length > 0);
  if (query.words.length > 0) {
    // Sorting is stable: what answers equally well keeps the order of the interview.
    for (const { items: found } of shown) found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }
  return shown;
}

const words = new WeakMap<Waiting, Sought>();

function soughtOf(item: Waiting): Sought {
  let held = words.get(item);
  if (!held) {
    held = sought(`${item.text} ${item.finding?.alias ?? ''}`);
    words.set(item, held);
  }
  return held;
}
