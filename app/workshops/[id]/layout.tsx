import type { ReactNode } from 'react';
import { WorkshopHeader } from '../../_components/workshop-header.tsx';
import { requireMember, requireUser } from '../../_lib/guard.ts';
import { page } from '../../_lib/page.tsx';
import { workshopOf } from '../../_lib/workshop.ts';
import styles from './layout.module.css';

interface Props {
  children: ReactNode;
  params: Promise<{ id: string }>;
}

/** The frame of a workshop: the compact head, and below it whatever the page puts there. */
export default page(
  async ({ children, params }: Props) => {
    const { id } = await params;
    const actor = await requireMember(id);
    return (
      <div className={styles.frame}>
        <WorkshopHeader workshop={await workshopOf(id)} actor={actor} user={await requireUser()} />
        <div id="below-head" className={styles.content} tabIndex={-1}>
          {children}
        </div>
      </div>
    );
  },
  { framed: true },
);
