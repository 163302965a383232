/**
 * Plain data with every text in it made fit for a file: no control characters and no halves of
 * characters, which neither XML nor PDF can hold, and none of the marks that turn the direction of what
 * stands around them. Line breaks and tabs stay; everything else is untouched.
 */
export function printable<T>(value: T): T {
  return clean(value) as T;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNFIT, '').replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}
