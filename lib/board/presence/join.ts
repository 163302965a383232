import type { Awareness } from 'y-protocols/awareness';
import type { Board } from '../board.ts';
import { takeSeat } from '../members.ts';
import { watchActivity } from './activity.ts';
import { companyOf } from './company.ts';

/**
 * This person is on the map from now until the board ends, whichever view of it they have.
 * @param seat as which they came to the workshop, counted from 0
 */
export function joinCompany(board: Board, awareness: Awareness, seat: number): void {
  const company = companyOf(board);
  takeSeat(board.options.userId, seat);
  company.tell({ seat });
  board.onDestroy(company.join(awareness));
  board.onDestroy(watchActivity(company));
  board.onDestroy(
    company.onCall(({ user: { id, name } }) => {
      // The canvas comes by itself; whoever is in the table or on a phone is asked.
      if (!board.editor) company.$called.set({ userId: id, name });
    }),
  );
}
