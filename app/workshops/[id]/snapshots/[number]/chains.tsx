import type { Figures } from '@/lib/journey/analysis/index.ts';
import type { ReviewContext } from './context.ts';

/** The negative chains in words: where they run, and what would have been fine without them. */
export function Chains(context: ReviewContext) {
  const { snapshot, t, format } = context;
  const { chains, assumptions } = snapshot.figures;
  const share = format.number(assumptions.lambda, { style: 'percent' });
  return (
    <section className="section" aria-labelledby="chains">
      <h2 id="chains">{t('chains.title')}</h2>
      {chains.length === 0 ? (
        <p className="soft">{t('chains.none')}</p>
      ) : (
        <>
          <ul className="chains">
            {chains.map((chain) => (
              <li key={chain.touchpointIds[0]}>
                <Chain chain={chain} context={context} />
              </li>
            ))}
          </ul>
          <p className="small soft">{t('chains.intro', { share })}</p>
        </>
      )}
    </section>
  );
}

function Chain({ chain, context }: { chain: Figures['chains'][number]; context: ReviewContext }) {
  const { t, name, format, snapshot } = context;
  const ids = chain.touchpointIds;
  const first = name(ids[0] as string);
  if (ids.length === 1) return <p>{t('chains.one', { name: first })}</p>;
  const marks = new Map(snapshot.figures.touchpoints.map((x) => [x.touchpointId, x.mark]));
  const fine = ids.filter((touchpointId) => marks.get(touchpointId) !== -1);
  return (
    <>
      <ol className="chain" lang={context.contentLocale}>
        {ids.map((touchpointId) => (
          <li key={touchpointId} data-fine={marks.get(touchpointId) !== -1}>
            {name(touchpointId)}
          </li>
        ))}
      </ol>
      <p>
        {t('chains.run', { first, last: name(ids.at(-1) as string), n: ids.length })}{' '}
        {fine.length > 0 &&
          t('chains.despite', { list: format.list(fine.map((f) => `”${name(f)}”`)), n: fine.length })}
      </p>
    </>
  );
}
