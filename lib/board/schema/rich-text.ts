const DEPTH = 24;
const NODES = 5_000;
const SAFE_LINK = /^(https?:|mailto:)/i;

/**
 * tldraw checks only the outermost node of a rich text. This walks the rest: bounded depth and size, and
 * links that go nowhere but to a page or a mailbox. Returns null when it is fine or absent.
 */
export function checkRichText(richText: unknown): string | null {
  let nodes = 0;
  function walk(value: unknown, depth: number): string | null {
    if (depth > DEPTH) return 'rich text too deep';
    nodes += 1;
    if (nodes > NODES) return 'rich text too long';
    if (typeof value !== 'object' || value === null) return null;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'href' && !(typeof child === 'string' && SAFE_LINK.test(child.trim())))
        return 'unsafe link';
      const found = walk(child, depth + 1);
      if (found) return found;
    }
    return null;
  }
  return walk(richText ?? null, 0);
}
