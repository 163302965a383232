import type { Awareness } from 'y-protocols/awareness';
import { Canvas } from '../canvas/canvas.tsx';
import type { ViewProps } from './load.ts';

/** The map as a canvas. */
export default function CanvasView({ board, session, user, locale }: ViewProps) {
  return <Canvas board={board} awareness={session.awareness as Awareness} user={user} locale={locale} />;
}
