const DEPTH = 24;
const NODES = 5_000;
const SAFE_LINK = /^(https?:|mailto:)/i;

const isSafeLink = (href: unknown): boolean => typeof href === 'string' && SAFE_LINK.test(href.trim());

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
      if (key === 'href' && !isSafeLink(child)) return 'unsafe link';
      const found = walk(child, depth + 1);
      if (found) return found;
    }
    return null;
  }
  return walk(richText ?? null, 0);
}

/**
 * The same text without the links that `checkRichText` refuses (a telephone number, a script): their words
 * stay. Editors let in more than the map does, and one link must not cost the whole edit.
 */
export function withSafeLinks<T>(richText: T): T {
  if (checkRichText(richText) !== 'unsafe link') return richText;
  const isUnsafe = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    'attrs' in value &&
    typeof value.attrs === 'object' &&
    value.attrs !== null &&
    'href' in value.attrs &&
    !isSafeLink(value.attrs.href);
  function clean(value: unknown): unknown {
    if (Array.isArray(value)) return value.filter((item) => !isUnsafe(item)).map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, clean(child)]));
  }
  return clean(richText) as T;
}
