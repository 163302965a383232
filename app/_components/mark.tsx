/** The product's sign: looking in through a frame from the outside. Decorative; the link around it has the name. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" fill="none" aria-hidden="true">
      <path d="M9 4H4v16h5M15 4h5v16h-5" stroke="currentColor" strokeWidth="2" />
      <path d="M2 12h10m-3.5-3.5L12 12l-3.5 3.5" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
