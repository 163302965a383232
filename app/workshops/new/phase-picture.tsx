import type { Locale } from '@/lib/i18n/locale.ts';
import type { TemplatePhase } from '@/lib/services/templates/index.ts';
import styles from './new.module.css';

/** A template's phases as bands as wide as their touchpoints are many, tinted as on the map. */
export function PhasePicture({ phases, locale }: { phases: readonly TemplatePhase[]; locale: Locale }) {
  return (
    <span className={styles.picture}>
      {phases.map((phase) => (
        <span
          key={phase.name.en}
          className={styles.phase}
          style={{ flexGrow: phase.touchpoints.length, background: `var(--part-${phase.part})` }}
        >
          <span className={styles.name}>{phase.name[locale]}</span>
          <span className={styles.columns} aria-hidden="true">
            {phase.touchpoints.map((touchpoint) => (
              <span key={touchpoint.en} />
            ))}
          </span>
        </span>
      ))}
    </span>
  );
}
