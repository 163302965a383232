import { describe, expect, it } from 'vitest';
import { shifted } from '../../../lib/board/gestures/move-by-keys.ts';

/** The order of a cell after the moves, each counted without the card that moves. */
function moved(order: string[], selected: string[], step: -1 | 1): string {
  const now = [...order];
  for (const [card, index] of shifted(order, new Set(selected), step)) {
    now.splice(now.indexOf(card), 1);
    now.splice(index, 0, card);
  }
  return now.join('');
}

const cell = ['a', 'b', 'c', 'd', 'e'];

describe('selected cards of one cell', () => {
  it('go one place up or down together', () => {
    expect(moved(cell, ['b', 'c'], -1)).toBe('bcade');
    expect(moved(cell, ['b', 'c'], 1)).toBe('adbce');
    expect(moved(cell, ['b', 'd'], 1)).toBe('acbed');
    expect(moved(cell, ['b', 'd'], -1)).toBe('badce');
  });

  it('stay where they are at the end of the cell, with those right behind them', () => {
    expect(moved(cell, ['a', 'b'], -1)).toBe('abcde');
    expect(moved(cell, ['d', 'e'], 1)).toBe('abcde');
    expect(moved(cell, ['a', 'c'], -1)).toBe('acbde');
  });
});
