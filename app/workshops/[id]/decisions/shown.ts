import type { ListedDecision } from '@/lib/services/decisions.ts';

export const STATES = ['open', 'done', 'all'] as const;
export type State = (typeof STATES)[number];

/** What the list is narrowed to. */
export interface Shown {
  state: State;
  /** null: all functions; empty: where none is named. */
  functionName: string | null;
}

type Query = Record<string, string | string[] | undefined>;

/** What an address asks for (`?state=done&function=Ekonomi`); open ones of all functions where it names nothing. */
export function shownOf({ state, function: name }: Query): Shown {
  return {
    state: STATES.find((known) => known === state) ?? 'open',
    functionName: typeof name !== 'string' || name === ALL ? null : name === NONE ? '' : name,
  };
}

/** Values of the field that are no function's name. */
export const ALL = '';
export const NONE = '-';

export const queryOf = ({ state, functionName }: Shown): string => {
  const query = new URLSearchParams();
  if (state !== 'open') query.set('state', state);
  if (functionName !== null) query.set('function', functionName || NONE);
  return query.size > 0 ? `?${query}` : '';
};

/** Departments are compared as people write them: "IT" and "it" are one. */
const same = (a: string, b: string) => a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv');

export const answers =
  ({ state, functionName }: Shown) =>
  (decision: Pick<ListedDecision, 'status' | 'functionName'>): boolean =>
    (state === 'all' || decision.status === state) &&
    (functionName === null || same(decision.functionName, functionName));

/** The functions that decisions name, each once as it was first written, in alphabetical order. */
export function functionsOf(decisions: readonly Pick<ListedDecision, 'functionName'>[]): string[] {
  const named: string[] = [];
  for (const { functionName } of decisions)
    if (functionName && !named.some((held) => same(held, functionName))) named.push(functionName);
  return named.sort((a, b) => a.localeCompare(b, 'sv'));
}
