'use client';
import { useTranslations } from 'use-intl';
import { FACES, signed } from '@/lib/notes/marks/emotions.ts';
import type { Suggestion } from '@/lib/notes/suggest/index.ts';
import type { Mark } from '@/lib/services/findings.ts';
import styles from './picker.module.css';
import type { Suggesting } from './use-suggestion.ts';

/** The face that stands for a suggestion, as a mark somebody may confirm. */
export function suggestedMark({ valence }: Suggestion): Extract<Mark, { kind: 'emotion' }> | null {
  const face = FACES.find((one) => one.valence === valence);
  return face ? { kind: 'emotion', emoji: face.emoji[0], valence: face.valence } : null;
}

interface Props {
  suggesting: Suggesting;
  onPick: (mark: Mark) => void;
  /** Enter and S are heard where it is shown. */
  keys?: boolean;
}

/** What the words suggest, called a suggestion, with the words it comes from; nothing is marked until it is taken. */
export function SuggestLine({ suggesting, onPick, keys = false }: Props) {
  const t = useTranslations('interviews');
  const { on, found, turn } = suggesting;
  if (!on) {
    return (
      <p className={styles.suggest}>
        <button type="button" className={styles.plain} onClick={() => turn(true)}>
          {t('suggest.ask')} {keys && <kbd>S</kbd>}
        </button>
      </p>
    );
  }
  const mark = found ? suggestedMark(found) : null;
  const face = FACES.find((one) => one.valence === mark?.valence);
  return (
    <div className={styles.suggest} role="status">
      {found === undefined && <span className="soft">{t('suggest.reading')}</span>}
      {found === null && <span className="soft">{t('suggest.none')}</span>}
      {found && mark && face && (
        <>
          <button type="button" className={styles.suggested} onClick={() => onPick(mark)}>
            <span>{t('suggest.title')}</span>
            <span className={styles.suggestedFace}>{mark.emoji}</span>
            <span>
              {t(`faces.${face.key}`)} ({signed(mark.valence)})
            </span>
            {keys && <kbd>↵</kbd>}
          </button>
          <span className="soft">
            {t('suggest.because', {
              words: found.because.map((word) => t('suggest.word', { word })).join(', '),
            })}
          </span>
        </>
      )}
      <button type="button" className={styles.plain} onClick={() => turn(false)}>
        {t('suggest.off')}
      </button>
    </div>
  );
}
