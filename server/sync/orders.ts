import type { Connection } from './connection.ts';
import type { Order } from './fan-out/index.ts';

/** What sends sockets away for a moment: who may still come in connects again. */
export type RightsOrder = Extract<Order, { type: 'rightsChanged' | 'userChanged' | 'documentChanged' }>;

/** Whether an order is about a socket. Also one that is being authorised: it may have been looked up before the change. */
export function concerns(order: RightsOrder, connection: Connection): boolean {
  const { actor, document, workshopId } = connection;
  if (order.type === 'documentChanged') return document === order.document;
  const isTheirs = actor === null || order.userId === undefined || actor.userId === order.userId;
  if (order.type === 'userChanged') return isTheirs;
  return isTheirs && (workshopId === null || workshopId === order.workshopId);
}
