/** What our own inline script must carry: server/http puts the policy on the request too. Undefined while developing. */
export function nonceOf(headers: { get(name: string): string | null }): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
}
