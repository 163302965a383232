import { Canvas } from '../canvas/canvas.tsx';
import type { ViewProps } from './load.ts';

/** The map as a canvas. */
export default function CanvasView({ board, user, locale }: ViewProps) {
  return <Canvas board={board} user={user} locale={locale} />;
}
