interface HeaderReader {
  get(name: string): string | null;
}

/**
 * Programs that open a link the moment it is sent, to show a picture of it in the chat, or to see whether it
 * is harmless. By the names they give themselves.
 */
const UNFURLERS =
  /bot\b|bot[/;_-]|crawl|spider|preview|unfurl|facebookexternalhit|whatsapp|embedly|snippet|safelinks|urldefense/i;

/** Whether a chat program or a scanner asks, and nobody reads: it is told nothing. */
export const isUnfurling = (headers: HeaderReader): boolean =>
  UNFURLERS.test(headers.get('user-agent') ?? '');

/**
 * Whether somebody comes to the page: not a browser that fetches it in advance, nor a question whether it is
 * there, nor a reader who goes on from one of its pages to another.
 */
export function isOpening({ method, headers }: { method: string; headers: HeaderReader }): boolean {
  if (isWithin(headers)) return false;
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-moz') ?? ''}`;
  return method === 'GET' && !/prefetch|prerender|preview/i.test(purpose);
}

/** From one of our own pages; browsers say so over https. */
export const isWithin = (headers: HeaderReader): boolean => headers.get('sec-fetch-site') === 'same-origin';
