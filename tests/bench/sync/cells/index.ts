import type { Group } from './cell.ts';
import { durableGroup } from './durable.ts';
import { cursorsGroup, fanOutGroup, roomsGroup } from './fan-out.ts';
import { joinGroup } from './join.ts';
import { judgeGroup } from './judge.ts';
import { killGroup } from './kill.ts';
import { memoryGroup } from './memory.ts';
import { workshopGroup } from './workshop.ts';

/** In the order they are run and printed. */
export const GROUPS: readonly Group[] = [
  fanOutGroup,
  cursorsGroup,
  roomsGroup,
  joinGroup,
  durableGroup,
  killGroup,
  memoryGroup,
  judgeGroup,
  workshopGroup,
];
