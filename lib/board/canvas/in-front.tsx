import { FollowLine } from '../presence/follow-line.tsx';
import { Marks } from '../presence/marks.tsx';
import { Pointers } from '../presence/pointers-layer.tsx';
import { CellAdd } from './cell-add.tsx';
import { Headers } from './headers.tsx';

/** What lies over the canvas and moves with it. */
export function InFront() {
  return (
    <>
      <Marks />
      <CellAdd />
      <Headers />
      <Pointers />
      <FollowLine />
    </>
  );
}
