import type { ReviewContext } from './context.ts';

const MARK_NAMES = { 1: 'exceeded', 0: 'met', [-1]: 'missed' } as const;

/** The curves' figures touchpoint by touchpoint, for whoever reads numbers or cannot see the curves. */
export function FiguresTable({ snapshot, t, sign, name, contentLocale }: ReviewContext) {
  const { touchpoints, capital, coverage } = snapshot.figures;
  if (touchpoints.length === 0) return null;
  return (
    <details className="list">
      <summary>{t('curves.table')}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('curves.touchpoint')}</th>
            <th scope="col">{t('curves.feeling')}</th>
            <th scope="col">{t('curves.mark')}</th>
            <th scope="col">{t('curves.after')}</th>
            <th scope="col">{t('curves.interviews')}</th>
          </tr>
        </thead>
        <tbody>
          {touchpoints.map((x, i) => (
            <tr key={x.touchpointId}>
              <th scope="row" lang={contentLocale}>
                {name(x.touchpointId)}
              </th>
              <td>
                {x.meanValence === null ? t('curves.none') : sign(Math.round(x.meanValence * 100) / 100)}
              </td>
              <td>{x.mark === null ? '–' : t(`curves.${MARK_NAMES[x.mark]}`)}</td>
              <td>{x.mark === null ? '–' : sign(capital.points[i]?.plain ?? 0)}</td>
              <td>{coverage.touchpoints[i]?.interviews ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
