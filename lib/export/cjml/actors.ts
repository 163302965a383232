import type { Touchpoint } from '../../journey/model.ts';
import type { Review } from '../../review/review.ts';
import type { Words } from '../tables/table.ts';

/** The id of the one end user; the company's is the one for touchpoints nobody answers for. */
export const CUSTOMER = 'customer';
const COMPANY = 'company';

interface Actor {
  id: string;
  name: string;
}

/** Who takes part: the customer, and every function that answers for a touchpoint. */
export function actorsOf({ snapshot: { journey } }: Review, { t }: Words) {
  const company: Actor = { id: COMPANY, name: t('cjml.company') };
  const owners = new Map<string, Actor>();
  let withoutOwner = false;
  const key = (owner: string) => owner.trim().toLocaleLowerCase();
  for (const { owner } of journey.touchpoints) {
    if (!owner?.trim()) withoutOwner = true;
    else if (!owners.has(key(owner)))
      owners.set(key(owner), { id: `provider-${owners.size + 1}`, name: owner.trim() });
  }
  return {
    customer: t('who.customer'),
    providers: [...owners.values(), ...(withoutOwner ? [company] : [])],
    /** Who is met at a touchpoint. */
    of: (touchpoint: Touchpoint | undefined): Actor => owners.get(key(touchpoint?.owner ?? '')) ?? company,
  };
}
