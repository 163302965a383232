import { parentPort } from 'node:worker_threads';
import { isAppError } from '../../lib/errors.ts';
import { workHere } from '../../lib/work/here.ts';
import type { Answer, Asked } from './messages.ts';
import { yieldToOthers } from './yield.ts';

yieldToOthers();

parentPort?.on('message', async ({ id, name, input }: Asked) => {
  parentPort?.postMessage(await answer());

  async function answer(): Promise<Answer> {
    try {
      return { id, output: await workHere.run(name, input) };
    } catch (error) {
      // Classes do not survive the way between threads.
      if (isAppError(error)) return { id, refused: { code: error.code, params: error.params } };
      return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
});
