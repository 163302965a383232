import { HEADER, HEADER_HEIGHT, layout, type MapLayout } from '../../journey/layout/index.ts';
import { mapSvg } from '../svg/pictures.tsx';
import type { SvgChild, SvgNode } from '../svg/tree.ts';
import type { Flow } from './flow.ts';
import { legend } from './map-legend.ts';
import { type MapPlan, planMap } from './map-plan.ts';
import { drawPicture, forPdf } from './picture.ts';
import { mm, STYLE } from './type.ts';

const EDGE = { side: mm(12), top: mm(22), bottom: mm(24) } as const;
/** White around the picture itself. */
const AIR = 12;
const NAMES = { width: HEADER.laneWidth + AIR, height: HEADER_HEIGHT + AIR };

interface Region {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The map on sheets of its own, on their side; on several where one would make its text too small to read. */
export function mapSheets(flow: Flow, [short, long]: readonly [number, number]): MapPlan {
  const { words, pen } = flow;
  const map = layout(words.review.snapshot.journey);
  const room = { width: long - 2 * EDGE.side, height: short - EDGE.top - EDGE.bottom };
  const plan = planMap(map, { width: NAMES.width + AIR, height: NAMES.height + AIR }, room);
  const cut = cutter(forPdf(mapSvg(words)), map);
  const sheets = plan.columns.length * plan.rows.length;
  const { t, p } = words;
  let sheet = 0;
  for (const row of plan.rows) {
    for (const column of plan.columns) {
      sheet += 1;
      flow.sheet([long, short]);
      flow.y = mm(12) + STYLE.label.leading + 4;
      if (sheet === 1) {
        flow.y = EDGE.top;
        flow.mark('map', t('map.title'));
      }
      const body = { x: column.from, y: row.from, w: column.to - column.from, h: row.to - row.from };
      const part =
        sheets > 1 ? `${p('paper.map.sheet', { sheet, sheets })} · ${phasesOn(map, body, flow)}` : '';
      flow.tag('P', () => pen.line(part, EDGE.side, mm(17), STYLE.strong));
      const { scale } = plan;
      const lanes = { x: -NAMES.width, y: body.y, w: NAMES.width, h: body.h };
      const heads = { x: body.x, y: -NAMES.height, w: body.w, h: NAMES.height };
      const origin = { x: EDGE.side + NAMES.width * scale, y: EDGE.top + NAMES.height * scale };
      const draw = (region: Region) => {
        const [x, y] = [region === lanes ? EDGE.side : origin.x, region === heads ? EDGE.top : origin.y];
        const frame = { x, y, width: region.w * scale, height: region.h * scale };
        flow.doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
        drawPicture(flow.doc, cut(region), frame);
        flow.doc.restore();
      };
      flow.tag(
        'Figure',
        () => [heads, lanes, body].forEach(draw),
        t('map.picture', { title: words.review.workshop.title }),
      );
      legend(flow, EDGE.side, short - EDGE.bottom + mm(4));
    }
  }
  return plan;
}

/** The phases that stand on a sheet: where it begins in the middle of one, its name is on another. */
function phasesOn(map: MapLayout, { x, w }: Region, { words }: Flow): string {
  const shown = new Set(map.phases.filter((p) => p.x < x + w && p.x + p.w > x).map((p) => p.id));
  return words.review.snapshot.journey.phases
    .filter((p) => shown.has(p.id))
    .map((p) => p.name)
    .join(' – ');
}

/** Gives any region of the map's picture as one of its own, with no card in it that does not reach there. */
function cutter(picture: SvgNode, map: MapLayout) {
  const boxes = new Map([...map.cards.values()].map((box) => [`translate(${box.x} ${box.y})`, box]));
  const reaches = (child: SvgChild, { x, y, w, h }: Region) => {
    const box = typeof child === 'string' ? undefined : boxes.get(child.attributes.transform ?? '');
    // A token's sign and a bubble's tail reach a little beyond their box.
    return (
      !box ||
      (box.x - AIR < x + w && box.x + box.w + AIR > x && box.y - AIR < y + h && box.y + box.h + AIR > y)
    );
  };
  return (region: Region): SvgNode => ({
    name: 'svg',
    attributes: {
      width: String(region.w),
      height: String(region.h),
      viewBox: [region.x, region.y, region.w, region.h].join(' '),
    },
    children: picture.children.filter((child) => reaches(child, region)),
  });
}
