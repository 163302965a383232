import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import { queryOf } from '@/lib/services/findings/query.ts';
import type { Across, CountBy, FindingFilter } from '@/lib/services/findings.ts';
import styles from './findings.module.css';
import { Folding } from './folding.tsx';
import { MergeTags } from './merge-tags.tsx';

/** Lines that are shown of a list before it is unfolded. */
const FIRST = 4;

interface Props {
  across: Across;
  filter: FindingFilter;
  here: string;
  workshopId: string;
}

/**
 * How often what was said, and in how many interviews: it is the interviews that count. Customers and
 * employees stand beside each other and are never added up.
 */
export async function Counts({ across, filter, here, workshopId }: Props) {
  const t = await translations('interviews');
  const names = new Map(across.choices.touchpoints.map(({ id, name }) => [id, name]));
  const employees = across.total.employee.findings > 0;
  const customers = across.total.customer.findings > 0;
  const list = <K extends string>(
    field: 'kind' | 'tag' | 'touchpoint',
    counts: readonly CountBy<K>[],
    name: (key: K) => string,
  ) => {
    const line = ({ key, customer, employee }: CountBy<K>) => (
      <tr key={key}>
        <th scope="row">
          <Link
            href={`${here}${queryOf({ ...filter, [field]: filter[field] === key ? undefined : key })}`}
            aria-current={filter[field] === key ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {name(key)}
          </Link>
        </th>
        {customers && (
          <td>
            {customer.findings > 0 ? t('across.count', { ...customer }) : <span className="soft">–</span>}
          </td>
        )}
        {employees && (
          <td>
            {employee.findings > 0 ? t('across.count', { ...employee }) : <span className="soft">–</span>}
          </td>
        )}
      </tr>
    );
    const head = (
      <thead>
        <tr>
          <th scope="col">{t(`across.by.${field}`)}</th>
          {customers && <th scope="col">{t('across.customers')}</th>}
          {employees && <th scope="col">{t('across.employees')}</th>}
        </tr>
      </thead>
    );
    return (
      counts.length > 0 && (
        <div className={styles.count}>
          <table>
            {head}
            <tbody>{counts.slice(0, FIRST).map(line)}</tbody>
          </table>
          {counts.length > FIRST && (
            <details>
              <summary>{t('across.more', { n: counts.length - FIRST })}</summary>
              <table>
                <tbody>{counts.slice(FIRST).map(line)}</tbody>
              </table>
            </details>
          )}
          {field === 'tag' && across.rows.some((row) => row.mayMark) && (
            <MergeTags workshopId={workshopId} tags={across.choices.tags} />
          )}
        </div>
      )
    );
  };
  return (
    <section aria-labelledby="counts" className="stack tight">
      <h2 id="counts">{t('across.counts')}</h2>
      <Folding label={t('across.countsShow')}>
        <div className={styles.counts}>
          {list('kind', across.kinds, (kind) => t(`mark.${kind}`))}
          {list('tag', across.tags, (tag) => tag)}
          {list('touchpoint', across.touchpoints, (id) => names.get(id) ?? '')}
        </div>
      </Folding>
    </section>
  );
}
