import { renderToStaticMarkup } from 'react-dom/server';
import type { Journey } from '../journey/model.ts';
import { type MapLabels, MapPicture } from '../journey/svg/index.ts';

export interface MapDrawing {
  journey: Journey;
  labels: MapLabels;
  className: string;
}

/** A map as SVG text. Too heavy for the event loop: see lib/work/jobs.ts. */
export function drawMap({ journey, labels, className }: MapDrawing): string {
  return renderToStaticMarkup(<MapPicture journey={journey} labels={labels} className={className} />);
}
