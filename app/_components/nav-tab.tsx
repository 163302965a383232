'use client';
import Link from 'next/link';
import { useSelectedLayoutSegment } from 'next/navigation';
import styles from './nav-tab.module.css';

interface NavTabProps {
  href: string;
  /** Of the pages it stands for, the one it leads to first. */
  segments: readonly string[];
  label: string;
}

/** One tab of the workshop's frame; the only thing in it that needs the browser: which one is current. */
export function NavTab({ href, segments, label }: NavTabProps) {
  const current = segments.includes(useSelectedLayoutSegment() ?? '');
  return (
    <Link className={styles.tab} href={href} prefetch={false} aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  );
}
