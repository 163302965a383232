import type { CustomerKind } from '../../journey/model.ts';

const PATHS: Record<CustomerKind, string> = {
  quote:
    'M5 3.500h8a2.500 2.500 0 0 1 2.500 2.500v3.500A2.500 2.500 0 0 1 13 12H8.500l-3 3v-3H5a2.500 2.500 0 0 1-2.500-2.500V6A2.500 2.500 0 0 1 5 3.500Z',
  emotion:
    'M9 2.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM6.800 7.200v.1M11.200 7.200v.1M6 10.500q3 2.800 6 0',
  friction: 'M9 2.800 16 15H2ZM9 7.300v3.600M9 13v.1',
};

/** The three customer cards as tool icons, drawn like tldraw's own. */
export function ToolSign({ kind }: { kind: CustomerKind }) {
  return (
    <div style={{ display: 'grid', placeItems: 'center', width: 18, height: 18 }}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path
          d={PATHS[kind]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </div>
  );
}
