'use client';
import { useTranslations } from 'use-intl';
import styles from './tags.module.css';

/** The tags of a finding, each with a cross for whoever may take it off. */
export function TagChips({
  tags,
  onRemove,
}: {
  tags: readonly string[];
  onRemove?: ((tag: string) => void) | undefined;
}) {
  const t = useTranslations('interviews');
  if (tags.length === 0) return null;
  return (
    <ul className={`plain-list ${styles.chips}`} aria-label={t('across.tags')}>
      {tags.map((name) => (
        <li key={name} className={styles.chip}>
          {name}
          {onRemove && (
            <button
              type="button"
              aria-label={t('across.removeTag', { tag: name })}
              onClick={() => onRemove(name)}
            >
              <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
                <path d="M2 2l6 6M8 2l-6 6" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
              </svg>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
