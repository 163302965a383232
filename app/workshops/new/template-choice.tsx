import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TEMPLATES } from '@/lib/services/templates/index.ts';
import styles from './new.module.css';
import { PhasePicture } from './phase-picture.tsx';

/** The templates as cards to choose one of: name, what for, and its phases in a little picture. */
export async function TemplateChoice() {
  const t = await translations('home');
  const names = await translations('templates');
  const locale = await currentLocale();
  return (
    <fieldset className="field">
      <legend>{t('newPage.template')}</legend>
      <div className={styles.templates}>
        {TEMPLATES.map((template, index) => (
          <label key={template.key} className={`panel ${styles.template}`}>
            <span className={styles.choice}>
              <input type="radio" name="template" value={template.key} defaultChecked={index === 0} />
              <strong>{names(`${template.key}.name`)}</strong>
            </span>
            <PhasePicture phases={template.phases} locale={locale} />
            <span className="soft small">{names(`${template.key}.teaser`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
