import type { Locale } from '@/lib/i18n/locale.ts';
import type { TemplatePhase } from '@/lib/services/templates/index.ts';
import styles from './new.module.css';

/** A template's phases as bands as wide as their touchpoints are many, tinted as on the map, and their names. */
export function PhasePicture({ phases, locale }: { phases: readonly TemplatePhase[]; locale: Locale }) {
  return (
    <>
      <span className={styles.picture} aria-hidden="true">
        {phases.map((phase) => (
          <span
            key={phase.name.en}
            className={styles.phase}
            style={{ flexGrow: phase.touchpoints.length, background: `var(--part-${phase.part})` }}
          >
            {phase.touchpoints.map((touchpoint) => (
              <span key={touchpoint.en} />
            ))}
          </span>
        ))}
      </span>
      <span className="small">{phases.map((phase) => phase.name[locale]).join(' · ')}</span>
    </>
  );
}
