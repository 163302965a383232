import { CellAdd } from './cell-add.tsx';
import { Headers } from './headers.tsx';

/** What lies over the canvas and moves with it. */
export function InFront() {
  return (
    <>
      <CellAdd />
      <Headers />
    </>
  );
}
