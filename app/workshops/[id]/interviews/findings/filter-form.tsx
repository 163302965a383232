'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { MARK_KINDS } from '@/lib/notes/marks/kinds.ts';
import { type FindingFilter, NO_SEGMENT, queryOf } from '@/lib/services/findings/query.ts';
import type { Across } from '@/lib/services/findings.ts';
import styles from './findings.module.css';
import { Folding } from './folding.tsx';

interface Props {
  filter: FindingFilter;
  choices: Across['choices'];
  /** The page's own path. */
  here: string;
}

type Field = Exclude<keyof FindingFilter, 'q'>;

/** Typing goes on while nothing is asked; then the rows follow. */
const PAUSE_MS = 350;

/** Search and filters as a form that works by itself (GET); with scripts the rows follow every choice. */
export function FilterForm({ filter, choices, here }: Props) {
  const t = useTranslations('interviews');
  const router = useRouter();
  const [asked, setAsked] = useState<Record<string, string>>(fieldsOf(filter));
  const [waiting, startWaiting] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const address = queryOf(filter);
  // The way back, a count that was clicked: then the address knows better than what stood here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is in the address
  useEffect(() => setAsked(fieldsOf(filter)), [address]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (next: Record<string, string>) => {
    clearTimeout(timer.current);
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value.trim() !== ''));
    const to = query.toString();
    startWaiting(() => router.replace(to === '' ? here : `${here}?${to}`, { scroll: false }));
  };
  const choose = (field: string, value: string) => {
    const next = { ...asked, [field]: value };
    setAsked(next);
    return next;
  };
  const select = (field: Field, options: readonly (readonly [value: string, label: string])[]) =>
    (options.length > 1 || asked[field]) && (
      <label className={styles.filter}>
        <span>{t(`across.by.${field}`)}</span>
        <select
          name={field}
          value={asked[field] ?? ''}
          data-set={Boolean(asked[field]) || undefined}
          onChange={(event) => go(choose(field, event.target.value))}
        >
          <option value="">{t('across.any')}</option>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  const set = given.filter(([field]) => field !== 'q').length;
  return (
    <search>
      <form
        method="get"
        action={here}
        className={styles.filters}
        aria-busy={waiting}
        onSubmit={(event) => {
          event.preventDefault();
          go(asked);
        }}
      >
        <div className={styles.first}>
          <label className={styles.search}>
            <span>{t('across.search')}</span>
            <input
              type="search"
              name="q"
              maxLength={200}
              placeholder={t('across.searchHint')}
              value={asked.q ?? ''}
              onChange={(event) => {
                const next = choose('q', event.target.value);
                clearTimeout(timer.current);
                timer.current = setTimeout(() => go(next), PAUSE_MS);
              }}
            />
          </label>
          <p className={styles.ask}>
            <noscript>
              <button type="submit" className="button primary">
                {t('across.show')}
              </button>
            </noscript>
            {given.length > 0 && (
              <a
                className="button quiet"
                href={here}
                onClick={(event) => {
                  event.preventDefault();
                  // The link goes with what it clears; the keyboard goes to where one asks anew.
                  event.currentTarget.closest('form')?.querySelector('input')?.focus();
                  setAsked({});
                  go({});
                }}
              >
                {t('across.clear')}
              </a>
            )}
            {waiting && <span className="soft">{t('across.waiting')}</span>}
          </p>
        </div>
        <Folding label={set > 0 ? t('across.filtersSet', { n: set }) : t('across.filters')}>
          <div className={styles.selects}>
            {select(
              'kind',
              MARK_KINDS.map(({ kind }) => [kind, t(`mark.${kind}`)]),
            )}
            {select('severity', [
              ['3', t('severity.s3')],
              ['2', t('severity.s2')],
              ['1', t('severity.s1')],
            ])}
            {select(
              'tag',
              choices.tags.map((tag) => [tag, tag]),
            )}
            {select('placed', [
              ['yes', t('across.place.map')],
              ['no', t('across.place.waiting')],
            ])}
            {select(
              'touchpoint',
              choices.touchpoints.map(({ id, name }) => [id, name]),
            )}
            {select('who', [
              ['customer', t('across.customers')],
              ['employee', t('across.employees')],
            ])}
            {select(
              'interview',
              choices.interviews.map(({ id, alias }) => [id, alias]),
            )}
            {select(
              'segment',
              choices.segments.map((segment) =>
                segment === '' ? [NO_SEGMENT, t('across.noSegment')] : [segment, segment],
              ),
            )}
          </div>
        </Folding>
      </form>
    </search>
  );
}

const fieldsOf = (filter: FindingFilter): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(queryOf(filter)));
