import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import styles from './plan.module.css';

interface Props {
  workshopId: string;
  interview: {
    id: string;
    kind: 'customer' | 'employee';
    status: 'planned' | 'capturing' | 'raw' | 'clean' | 'shared';
    consent: { notes: boolean };
    consentAt: Date | null;
  };
  mayCapture: boolean;
}

/** What there is to do with this interview now: the consent first, then the notes, then the reading. */
export async function NextSteps({ workshopId, interview, mayCapture }: Props) {
  const t = await translations('interviews');
  const base = `/workshops/${workshopId}/interviews`;
  const { id, status, kind } = interview;
  if (status !== 'planned' && status !== 'capturing') {
    return (
      <p>
        <Link className="button primary" href={`${base}/${id}`}>
          {t('plan.nextRead')}
        </Link>
      </p>
    );
  }
  const agreed = interview.consent.notes && interview.consentAt !== null;
  return (
    <section className="stack" aria-labelledby="next">
      <h2 id="next">{t('plan.next')}</h2>
      {!agreed && (
        <p className="notice">
          {t('plan.nextConsent')}{' '}
          <Link href={`${base}/consent?interview=${id}`} prefetch={false}>
            {t('consent.title')}
          </Link>
        </p>
      )}
      <ul className={styles.ways}>
        {mayCapture && (
          <li>
            <Link
              className={agreed ? 'button primary' : 'button'}
              href={`${base}/${id}/capture`}
              prefetch={false}
            >
              {t(status === 'capturing' ? 'plan.nextCaptureOn' : 'plan.nextCapture')}
            </Link>
            <span className="soft small">{t('plan.nextCaptureText')}</span>
          </li>
        )}
        {status === 'planned' && (
          <li>
            <Link className="button" href={`${base}/new?interview=${id}`} prefetch={false}>
              {t('plan.nextImport')}
            </Link>
            <span className="soft small">{t('plan.nextImportText')}</span>
          </li>
        )}
        <li>
          <Link className="button quiet" href={`${base}/guide?kind=${kind}`} prefetch={false}>
            {t('plan.nextGuide')}
          </Link>
        </li>
      </ul>
    </section>
  );
}
