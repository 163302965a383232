import Link from 'next/link';
import { type Actor, can } from '@/lib/auth/can.ts';
import type { SessionUser } from '@/lib/auth/session.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import type { Stage } from '@/lib/journey/stages.ts';
import { workshopTabs } from '../_lib/workshop-tabs.ts';
import { Mark } from './mark.tsx';
import { NavTab } from './nav-tab.tsx';
import { SkipLink } from './skip-link.tsx';
import { StageMenu } from './stage-menu.tsx';
import { stageWords } from './stage-words.ts';
import { UserMenu } from './user-menu.tsx';
import styles from './workshop-header.module.css';

/** The frame's compact head: which workshop, the tabs the role opens, and who I am here. */
export async function WorkshopHeader({
  workshop,
  actor,
  user,
}: {
  workshop: { id: string; title: string; demo: boolean; stage: Stage };
  actor: Actor;
  user: SessionUser;
}) {
  const t = await translations('workshop');
  const common = await translations('common');
  return (
    <header className={styles.bar}>
      <SkipLink to="below-head" />
      <Link className={styles.mark} href="/" prefetch={false} aria-label={t('nav.home')}>
        <Mark />
      </Link>
      <p className={styles.title}>
        <span>{workshop.title}</span>
        {workshop.demo && <span className="chip">{common('fictional')}</span>}
      </p>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <ul className={styles.tabs}>
          {workshopTabs(actor).map((segment) => (
            <li key={segment}>
              <NavTab
                href={`/workshops/${workshop.id}/${segment}`}
                segments={segment === 'map' ? ['map', 'to-be'] : [segment]}
                label={t(`nav.${segment}`)}
              />
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.end}>
        <StageMenu
          workshopId={workshop.id}
          stage={workshop.stage}
          mayGo={can(actor, 'workshop.settings')}
          words={stageWords(await currentLocale())}
        />
        <UserMenu user={user} name={actor.name} role={actor.role} />
      </div>
    </header>
  );
}
