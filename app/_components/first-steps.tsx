import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import { ActionForm } from './action-form.tsx';
import { openDemo } from './demo-action.ts';
import styles from './first-steps.module.css';
import { Submit } from './submit.tsx';

/** The two ways to begin: look at a filled example, or start one's own. */
export async function FirstSteps() {
  const t = await translations('home');
  return (
    <div className={styles.steps}>
      <section className={`panel ${styles.step}`} aria-labelledby="step-demo">
        <h2 id="step-demo">{t('demo.title')}</h2>
        <p className="soft">{t('demo.text')}</p>
        <ActionForm action={openDemo}>
          <div>
            <Submit className="button primary" working={t('demo.working')}>
              {t('demo.open')}
            </Submit>
          </div>
        </ActionForm>
      </section>
      <section className={`panel ${styles.step}`} aria-labelledby="step-own">
        <h2 id="step-own">{t('own.title')}</h2>
        <p className="soft">{t('own.text')}</p>
        <p>
          <Link className="button" href="/workshops/new" prefetch={false}>
            {t('own.start')}
          </Link>
        </p>
      </section>
    </div>
  );
}
