/** Why somebody stands on the sign-in page; the keys of `auth.reason`. */
const NOTES = ['signInRequired', 'signedOut', 'sent'] as const;
const WARNINGS = ['sessionExpired', 'notLinked', 'linkUsed', 'denied', 'failed'] as const;

export type Reason =
  | { key: (typeof NOTES)[number]; warn: false }
  | { key: (typeof WARNINGS)[number]; warn: true };

/** next-auth's error codes in our words; all others are "that did not work". */
const NEXT_AUTH: Record<string, (typeof WARNINGS)[number]> = {
  OAuthAccountNotLinked: 'notLinked',
  Verification: 'linkUsed',
  AccessDenied: 'denied',
};

/** The reason in a query, from us (`reason`, `sent`) or from next-auth (`error`); null for none. */
export function reasonFor(query: Record<string, string | string[] | undefined>): Reason | null {
  if (typeof query.error === 'string') return { key: NEXT_AUTH[query.error] ?? 'failed', warn: true };
  if (query.sent) return { key: 'sent', warn: false };
  const note = NOTES.find((key) => key === query.reason);
  if (note) return { key: note, warn: false };
  const warning = WARNINGS.find((key) => key === query.reason);
  return warning ? { key: warning, warn: true } : null;
}
