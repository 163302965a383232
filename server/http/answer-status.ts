import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets a page say which status its answer has: Next sends 200 for every page that renders, also for one
 * that renders what went wrong. Only for whole documents: its own router treats the rest as data.
 */
export function createAnswerStatus() {
  const answers = new AsyncLocalStorage<ServerResponse | undefined>();
  return {
    /** Runs `work`, from which `set` reaches this response. */
    during(request: IncomingMessage, response: ServerResponse, work: () => void): void {
      const document = request.method === 'GET' && request.headers.rsc === undefined;
      answers.run(document ? response : undefined, work);
    },
    set(status: number): void {
      const response = answers.getStore();
      if (response && !response.headersSent) response.statusCode = status;
    },
  };
}
