import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import type { Config } from '@/lib/config.ts';

type Provider = NextAuthOptions['providers'][number];

/** The providers an installation adds by configuration: its own identity provider, links by e-mail. */
export function externalProviders(config: Config): Provider[] {
  const providers: Provider[] = [];
  if (config.oidc) {
    const { issuer, clientId, clientSecret, name } = config.oidc;
    providers.push({
      id: 'oidc',
      name,
      type: 'oauth',
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      profile: (profile) => ({
        id: profile.sub,
        name: profile.name ?? profile.preferred_username ?? null,
        // An address the provider itself does not vouch for would let its holder pass for somebody else.
        email: profile.email_verified === false ? null : (profile.email?.toLowerCase() ?? null),
        image: null,
      }),
    });
  }
  // A link in a mail must name one stated address, never the host a request claimed.
  if (config.smtp && config.baseUrl) {
    providers.push(EmailProvider({ server: config.smtp.url, from: config.smtp.from, maxAge: 15 * 60 }));
  }
  return providers;
}
