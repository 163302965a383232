'use client';
import Link from 'next/link';
import { useSelectedLayoutSegment } from 'next/navigation';
import styles from './nav-tab.module.css';

/** One tab of the workshop's frame; the only thing in it that needs the browser: which one is current. */
export function NavTab({ href, segment, label }: { href: string; segment: string; label: string }) {
  const current = useSelectedLayoutSegment() === segment;
  return (
    <Link className={styles.tab} href={href} prefetch={false} aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  );
}
