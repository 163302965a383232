import { type Card, REACTIONS } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import { countsOf, EvidenceSign } from '../../journey/svg/card-foot.tsx';
import { ReactionSign } from '../../journey/svg/glyphs.tsx';
import { PersonaBadge } from '../../journey/svg/persona-badge.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './card-content.module.css';
import { KindMark } from './kind-mark.tsx';

interface CardContentProps {
  card: Card;
  /** Who said it; null where nobody did. */
  source: string | null;
  /** The words are no longer the finding's. */
  changed: boolean;
  persona: PersonaSign | null;
  /** In place of the words, while they are typed. */
  field?: React.ReactNode;
}

/** A card set as text: its sign, its words at full length, and in small who said it. */
export function CardContent({ card, source, changed, persona, field }: CardContentProps) {
  const t = useMapText();
  const counts = countsOf(card.reactions);
  return (
    <div className={styles.content}>
      <span className={styles.mark}>
        <KindMark card={card} />
      </span>
      <div className={styles.body}>
        {field ?? <p className={styles.words}>{card.text || <i>{t('read.noWords')}</i>}</p>}
        <p className={styles.meta}>
          {persona && (
            <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
              <PersonaBadge sign={persona} x={0} y={0} />
            </svg>
          )}
          <svg width="9" height="9" viewBox="-4.500 -4.500 9 9" aria-hidden="true">
            <EvidenceSign evidence={card.evidence} x={0} y={0} />
          </svg>
          <span className={styles.source}>{source ?? t(`evidence.${card.evidence}`)}</span>
          {changed && <span className={styles.changed}>{t('panel.changed')}</span>}
          {REACTIONS.map(
            (reaction) =>
              counts[reaction] && (
                <span key={reaction} className={styles.count}>
                  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                    <ReactionSign reaction={reaction} colour="var(--ink-soft)" />
                  </svg>
                  {counts[reaction]}
                </span>
              ),
          )}
        </p>
      </div>
    </div>
  );
}
