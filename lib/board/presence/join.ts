import type { Awareness } from 'y-protocols/awareness';
import type { Board } from '../board.ts';
import { watchActivity } from './activity.ts';
import { companyOf } from './company.ts';

/** This person is on the map from now until the board ends, whichever view of it they have. */
export function joinCompany(board: Board, awareness: Awareness): void {
  const company = companyOf(board);
  board.onDestroy(company.join(awareness));
  board.onDestroy(watchActivity(company));
}
