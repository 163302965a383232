import { expect, test } from 'vitest';
import { reasonFor } from '../../../app/sign-in/reason.ts';
import { MESSAGES } from '../../../lib/i18n/messages.ts';

test.each([
  [{ reason: 'signInRequired' }, 'signInRequired'],
  [{ reason: 'sessionExpired' }, 'sessionExpired'],
  [{ reason: 'signedOut' }, 'signedOut'],
  [{ sent: '1' }, 'sent'],
  [{ sent: '1', error: 'Verification' }, 'linkUsed'],
  [{ error: 'OAuthAccountNotLinked' }, 'notLinked'],
  [{ error: 'AccessDenied' }, 'denied'],
  [{ error: 'SomethingNew' }, 'failed'],
  [{ reason: 'invented' }, undefined],
  [{}, undefined],
])('the query %j is told as %s', (query, key) => {
  expect(reasonFor(query)?.key).toBe(key);
});

test('every reason has its sentence', () => {
  for (const key of [
    'signInRequired',
    'signedOut',
    'sent',
    'sessionExpired',
    'notLinked',
    'linkUsed',
    'denied',
    'failed',
  ]) {
    expect(MESSAGES.en.auth.reason).toHaveProperty(key);
  }
});
