import type { Lost } from '../../journey/merge/index.ts';
import type { useMapText } from './text.ts';

type Text = ReturnType<typeof useMapText>;

/** Longer titles are cut: they say which card, the words themselves come on lines of their own. */
const TITLE = 60;

/** What could not be carried over, as lines a person can copy: their words, and what else they had changed. */
export function lostLines(t: Text, lost: readonly Lost[]): string[] {
  const lines = lost.flatMap((one) => {
    const made = one.values === null ? [t('lost.removed')] : changesIn(t, one);
    // The words say by themselves what they are about.
    const told = made.length > 0 ? [t('lost.line', { what: nameOf(t, one), change: made.join(', ') })] : [];
    return [...one.texts, ...told];
  });
  return [...new Set(lines)];
}

function nameOf(t: Text, { collection, title, texts }: Lost): string {
  const words = title || texts[0] || '';
  if (words === '') return t(`lost.thing.${collection}`);
  return t('lost.quoted', { words: words.length > TITLE ? `${words.slice(0, TITLE).trimEnd()} …` : words });
}

/** The properties that are not words, each as "How grave: Grave". A removed entry is told by its words alone. */
function changesIn(t: Text, { collection, reason, texts, values }: Lost): string[] {
  if ((reason === 'removed' || reason === 'expired') && texts.length > 0) return [];
  if (collection === 'drawing') return texts.length > 0 ? [] : [t('lost.drawn')];
  const made = Object.entries(values ?? {}).flatMap(([field, value]) => changeOf(t, field, value));
  return texts.length > 0 || made.length > 0 ? made : [t('lost.changed')];
}

function changeOf(t: Text, field: string, value: unknown): string[] {
  const labelled = (label: string, said: string) => [t('lost.property', { label, said })];
  if (field === 'place') return [value === null ? t('lost.lifted') : t('lost.moved')];
  if (field === 'severity' && (value === 1 || value === 2 || value === 3)) {
    return labelled(t('panel.severity'), t(`panel.severityOf.${value}`));
  }
  if (field === 'valence' && typeof value === 'number') {
    return labelled(t('panel.valence'), String(value).replace('.', t('decimal')).replace('-', '−'));
  }
  if (field === 'kind' && t.has(`kind.${value}` as 'kind.quote')) {
    return labelled(t('panel.kind'), t(`kind.${value}` as 'kind.quote'));
  }
  if (field === 'evidence' && t.has(`evidence.${value}` as 'evidence.observed')) {
    return labelled(t('evidenceLabel'), t(`evidence.${value}` as 'evidence.observed'));
  }
  if (field === 'emoji' && typeof value === 'string') return labelled(t('panel.emoji'), value);
  return [];
}
