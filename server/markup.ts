import type { ReactElement } from 'react';

/** Elements without hooks as HTML. React's renderer is loaded at the first of them. */
export async function markup(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return renderToStaticMarkup(element);
}
