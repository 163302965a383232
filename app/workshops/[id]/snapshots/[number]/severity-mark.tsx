import type { ReviewContext } from './context.ts';

/** One to three wedges, with the word beside them: shape and text, never colour alone. */
export function SeverityMark({ severity, t }: { severity: 1 | 2 | 3; t: ReviewContext['t'] }) {
  return (
    <span className="severity">
      <svg width="44" height="12" viewBox="0 0 44 12" aria-hidden="true">
        {[1, 2, 3].map((n) => (
          <path
            key={n}
            d={`M${(n - 1) * 15 + 1} 11 l6 -10 l6 10 z`}
            fill={n <= severity ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.2"
            strokeLinejoin="round"
          />
        ))}
      </svg>
      {t('frictions.severityOf', { name: t(`frictions.severity${severity}`), n: severity })}
    </span>
  );
}
