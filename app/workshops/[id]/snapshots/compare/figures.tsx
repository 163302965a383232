import type { FigureDelta } from '@/lib/journey/diff/index.ts';
import styles from './compare.module.css';
import { type CompareContext, shortName } from './context.ts';

/** The figures of both beside each other, and what lies between them. */
export function Figures({ a, b, comparison, t, format, sign }: CompareContext) {
  const value = ({ figure }: FigureDelta, n: number | null) => {
    if (n === null) return t('figures.none');
    if (figure === 'coverage') return format.number(n, { style: 'percent', maximumFractionDigits: 0 });
    return figure === 'capital' || figure === 'weighted' ? sign(n) : format.number(n);
  };
  const change = ({ figure, delta }: FigureDelta) => {
    if (delta === null) return t('figures.none');
    if (delta === 0) return t('figures.unchanged');
    if (figure !== 'coverage') return sign(delta);
    const points = Math.round(delta * 100);
    return points === 0 ? t('figures.unchanged') : t('figures.points', { n: sign(points) });
  };
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('figures.title')}</h2>
      <table className={`table ${styles.figures}`}>
        <thead>
          <tr>
            <th scope="col">{t('figures.figure')}</th>
            <th scope="col">{shortName(t, a)}</th>
            <th scope="col">{shortName(t, b)}</th>
            <th scope="col">{t('figures.change')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.figures.map((told) => (
            <tr key={told.figure}>
              <th scope="row">{t(`figures.name.${told.figure}`)}</th>
              <td>{value(told, told.before)}</td>
              <td>{value(told, told.after)}</td>
              <td data-changed={told.delta ? true : undefined}>{change(told)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
