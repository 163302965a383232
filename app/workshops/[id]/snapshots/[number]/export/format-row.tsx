import { FORMATS, type Format } from '@/lib/export/formats.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translations } from '@/lib/i18n/server.ts';
import { Download } from './download.tsx';
import styles from './export.module.css';

/** One format: what it is for, what is in it and what is not, and the way to it. */
export async function FormatRow({
  format,
  base,
  locale,
}: {
  format: Format;
  /** The snapshot's address. */
  base: string;
  locale: Locale;
}) {
  const t = await translations('export');
  const name = t(`formats.${format}.name`);
  return (
    <li className={styles.format}>
      <div className={styles.what}>
        <h3>
          {name} <span className={styles.kind}>{t(`formats.${format}.kind`)}</span>
        </h3>
        <p>{t(`formats.${format}.what`)}</p>
        <p className="soft small">
          {t(`formats.${format}.has`)} {t(`formats.${format}.not`)}
        </p>
      </div>
      <Download
        href={`${base}/export/${format}`}
        locale={locale}
        words={{
          download: t('download'),
          label: t('downloadOf', { name }),
          working: t(FORMATS[format].slow ? 'workingSlow' : 'working'),
          waiting: t('waiting'),
          cancel: t('cancel'),
          cancelled: t('cancelled'),
          done: t('done'),
          unreached: t('unreached'),
        }}
      />
    </li>
  );
}
