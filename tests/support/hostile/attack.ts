/** The attacker's process: makes one attack after the other, told by its parent which. */
import type { Target } from './case.ts';
import { BROKEN_FRAMES, CASES } from './cases/index.ts';

interface Order extends Target {
  name: string;
}

process.on('message', async (order: Order | 'stop') => {
  if (order === 'stop') process.exit(0);
  const { name, ...target } = order;
  const attack = [...CASES, ...BROKEN_FRAMES].find((c) => c.name === name);
  const began = performance.now();
  const ends = await attack?.run(target).catch((error: unknown) => ({ [String(error)]: 1 }));
  process.send?.({ answer: { ends, seconds: (performance.now() - began) / 1_000 } });
});
process.on('disconnect', () => process.exit(1));
process.send?.({ ready: true });
