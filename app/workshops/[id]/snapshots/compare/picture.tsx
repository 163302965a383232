import { CARD_CHANGES } from '@/lib/journey/diff/index.ts';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';
import { Sign } from './sign.tsx';

/** The later map with its changes, what the signs mean, and the choice of seeing all of it at once. */
export function ChangesPicture({ context, svg }: { context: CompareContext; svg: string | null }) {
  const { comparison, contentLocale, t } = context;
  if (svg === null) return <p className="notice warn">{t('picture.failed')}</p>;
  const kinds = CARD_CHANGES.filter((kind) => kind !== 'removed' && comparison.counts[kind] > 0);
  const isLeft = comparison.counts.removed + comparison.counts.moved > 0;
  return (
    <section className={styles.picture} aria-labelledby="picture">
      <h2 id="picture">{t('picture.title')}</h2>
      <p className="soft">{t('picture.intro')}</p>
      <div className={styles.legend}>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <Sign kind={kind} /> {t(`kind.${kind}`)}
            </li>
          ))}
          {isLeft && (
            <li>
              <span className={styles.left} aria-hidden="true">
                −1
              </span>{' '}
              {t('picture.left')}
            </li>
          )}
        </ul>
        <label className={styles.full}>
          <input type="checkbox" /> {t('picture.full')}
        </label>
      </div>
      <section
        className={styles.scroller}
        data-scrolls-sideways=""
        aria-label={t('picture.region')}
        lang={contentLocale}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it in a thread, with everything escaped
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </section>
  );
}
