import { GUIDE_KINDS, type GuideKind } from '@/lib/services/guides.ts';

/** The kind an address names; customers' where it names none. */
export const kindOf = (given: string | string[] | undefined): GuideKind =>
  GUIDE_KINDS.find((kind) => kind === given) ?? 'customer';
