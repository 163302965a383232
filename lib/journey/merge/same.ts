import * as Y from 'yjs';

/** Whether two values of two documents read alike: shared types by their content, keys in any order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Y.AbstractType || b instanceof Y.AbstractType) {
    return (
      a instanceof Y.AbstractType &&
      b instanceof Y.AbstractType &&
      a.constructor === b.constructor &&
      isSameValue(contentOf(a), contentOf(b))
    );
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && isSameValue(left[key], right[key]))
  );
}

function contentOf(type: Y.AbstractType<unknown>): unknown {
  if (type instanceof Y.Text) return plainOr(type.toDelta());
  return type instanceof Y.Map ? Object.fromEntries(type.entries()) : type.toJSON();
}

/** Unformatted text as its string. */
function plainOr(delta: { insert?: unknown; attributes?: unknown }[]): unknown {
  const isPlain = delta.every((part) => typeof part.insert === 'string' && part.attributes === undefined);
  return isPlain ? delta.map((part) => part.insert).join('') : delta;
}
