import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys and no white space: the same text for the same content, whatever order a
 * database or a later release hands the keys back in.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256, hex, over the canonical JSON. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/**
 * A copy that jsonb takes as it is: PostgreSQL refuses U+0000 and half surrogate pairs, and one such
 * character in one card must not keep a workshop from its snapshot.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string')
    return value.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\u0000', '\ufffd') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [storable(key), storable(v)])) as T;
}
