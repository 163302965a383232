import { type CardChange, wordsChanged } from '@/lib/journey/diff/index.ts';
import type { Card } from '@/lib/journey/model.ts';
import { voiceOf } from '@/lib/review/voices.ts';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';
import { FieldLines } from './field-lines.tsx';
import { Kinds } from './structure.tsx';

interface CardItemProps {
  change: CardChange;
  context: CompareContext;
}

/** One card: what happened to it, its words with what differs in them marked, and where it lay before. */
export function CardItem({ change, context }: CardItemProps) {
  const { card, before, kinds } = change;
  const { a, b, t, map, sign, contentLocale } = context;
  const removed = kinds.includes('removed');
  const { alias } = voiceOf(card, removed ? a.sources : b.sources);
  const fields = before && kinds.includes('changed') ? changedFields(before, card) : [];
  return (
    <div className={styles.card}>
      <p className={styles.happened}>
        <Kinds kinds={kinds} t={t} />
        <span className="small soft">
          {map(`kind.${card.kind}`)}
          {card.kind === 'friction' && card.severity && ` · ${t(`frictions.severity.${card.severity}`)}`}
          {alias && ` · ${alias}`}
        </span>
      </p>
      <p className={styles.words} lang={contentLocale}>
        {card.emoji && <span className={styles.emoji}>{card.emoji} </span>}
        {card.kind === 'emotion' && card.valence !== null && `${sign(card.valence)} `}
        {kinds.includes('reworded') && before ? (
          <Runs before={before.text} after={card.text} />
        ) : removed ? (
          <del className={styles.gone}>{card.text || t('list.wordless')}</del>
        ) : (
          card.text || (card.kind !== 'emotion' && t('list.wordless'))
        )}
      </p>
      {kinds.includes('moved') && before && <p className="small soft">{movedWords(before, card, context)}</p>}
      {before && fields.length > 0 && (
        <div className="small soft">
          <FieldLines fields={fields} before={before} after={card} context={context} />
        </div>
      )}
    </div>
  );
}

function changedFields(before: Card, after: Card): string[] {
  return Object.keys(after).filter((key) => {
    const [was, is] = [before[key as keyof Card], after[key as keyof Card]];
    return typeof is === 'object' || typeof was === 'object'
      ? JSON.stringify(was) !== JSON.stringify(is)
      : was !== is;
  });
}

function movedWords({ place: from }: Card, { place: to }: Card, { t, name }: CompareContext): string {
  if (!from) return t('list.fromTray');
  const where = { touchpoint: name(from.touchpointId), lane: name(from.laneId) };
  return to ? t('list.from', where) : t('list.toTray', where);
}

function Runs({ before, after }: { before: string; after: string }) {
  return wordsChanged(before, after).map(({ kind, words }, i) => {
    const key = `${i} ${kind}`;
    if (kind === 'same') return <span key={key}>{words}</span>;
    return kind === 'gone' ? <del key={key}>{words}</del> : <ins key={key}>{words}</ins>;
  });
}
