import type { Metadata } from 'next';
import Link from 'next/link';
import { mayCreateWorkshops } from '@/lib/auth/can.ts';
import { AppError } from '@/lib/errors.ts';
import { LOCALES } from '@/lib/i18n/locale.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { ActionForm } from '../../_components/action-form.tsx';
import { Field } from '../../_components/field.tsx';
import { PlainFrame } from '../../_components/plain-frame.tsx';
import { Submit } from '../../_components/submit.tsx';
import { requireUser } from '../../_lib/guard.ts';
import { page } from '../../_lib/page.tsx';
import { makeWorkshop } from './actions.ts';
import styles from './new.module.css';
import { TemplateChoice } from './template-choice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('home'))('newPage.title') };
}

/** A workshop from a template: three questions, all with an answer to begin with but the title. */
export default page(
  async () => {
    const user = await requireUser();
    if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
    const t = await translations('home');
    const common = await translations('common');
    const current = await currentLocale();
    return (
      <PlainFrame user={user}>
        <div className="stack">
          <h1>{t('newPage.title')}</h1>
          <p className="soft">{t('newPage.text')}</p>
        </div>
        <ActionForm action={makeWorkshop} className={styles.form}>
          <div className={styles.title}>
            <Field
              name="title"
              label={t('newPage.name')}
              hint={t('newPage.nameHint')}
              maxLength={120}
              required
            />
          </div>
          <TemplateChoice />
          <fieldset className="field">
            <legend>{t('newPage.language')}</legend>
            <div className="row">
              {LOCALES.map((locale) => (
                <label key={locale} className={styles.choice}>
                  <input type="radio" name="locale" value={locale} defaultChecked={locale === current} />
                  <span lang={locale}>{common(`language.${locale}`)}</span>
                </label>
              ))}
            </div>
            <p className="hint">{t('newPage.languageHint')}</p>
          </fieldset>
          <div>
            <Submit working={common('working')}>{t('newPage.submit')}</Submit>
          </div>
        </ActionForm>
        <p>
          <Link href="/workshops/new/file" prefetch={false}>
            {(await translations('export'))('import.link')}
          </Link>
        </p>
      </PlainFrame>
    );
  },
  { framed: true },
);
