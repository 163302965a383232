import Link from 'next/link';
import { formats, translations } from '@/lib/i18n/server.ts';
import { PURPOSES, type Purpose } from '@/lib/services/interviews.ts';

/** What the interviewee agreed to, in one line, and the way to where it is recorded. */
export async function ConsentLine({
  workshopId,
  interview,
}: {
  workshopId: string;
  interview: { id: string; consent: Record<Purpose, boolean>; consentAt: Date | null };
}) {
  const t = await translations('interviews');
  const format = await formats();
  const { id, consent, consentAt } = interview;
  const given = PURPOSES.filter((purpose) => consent[purpose]).map((purpose) =>
    t(`consent.short.${purpose}`),
  );
  return (
    <p className="small">
      {given.length === 0 ? t('consent.notYet') : t('consent.agreed', { what: given.join(', ') })}
      {consentAt && ` (${format.dateTime(consentAt, { dateStyle: 'medium' })})`}{' '}
      <Link href={`/workshops/${workshopId}/interviews/plan/${id}`} prefetch={false}>
        {t('plan.link')}
      </Link>
    </p>
  );
}
