import { HEADER, HEADER_HEIGHT, layout, type MapLayout } from '../../journey/layout/index.ts';
import { mapSvg } from '../svg/pictures.tsx';
import type { SvgNode } from '../svg/tree.ts';
import type { Flow } from './flow.ts';
import { legend } from './map-legend.ts';
import { planMap } from './map-plan.ts';
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

/**
 * The map on sheets of its own, on their side; on several where one would make its text too small to read. A
 * stretch of it that holds no card gets none.
 */
export function mapSheets(flow: Flow, [short, long]: readonly [number, number]): void {
  const { review, t } = flow.words;
  const map = layout(review.snapshot.journey);
  const room = { width: long - 2 * EDGE.side, height: short - EDGE.top - EDGE.bottom };
  const { scale, columns, rows } = planMap(
    map,
    { width: NAMES.width + AIR, height: NAMES.height + AIR },
    room,
  );
  const cut = cutter(forPdf(mapSvg(flow.words)), map);
  const regions = rows.flatMap((row) =>
    columns.map((column) => ({
      ...{ x: column.from, y: row.from, w: column.to - column.from, h: row.to - row.from },
    })),
  );
  const boxes = [...map.cards.values()];
  const held = regions.filter((region) => boxes.some((box) => reaches(box, region)));
  const shown = held.length > 0 ? held : regions.slice(0, 1);
  shown.forEach((body, i) => {
    flow.sheet([long, short]);
    flow.y = EDGE.top;
    if (i === 0) flow.mark('map', t('map.title'));
    if (shown.length > 1) sheetName(flow, map, body, i + 1, shown.length);
    const picture = t('map.picture', { title: review.workshop.title });
    flow.tag('Figure', () => drawSheet(flow, cut, body, scale, regions.length === 1), picture);
    legend(flow, EDGE.side, short - EDGE.bottom + mm(4));
  });
}

function sheetName(flow: Flow, map: MapLayout, body: Region, sheet: number, sheets: number): void {
  const { pen, words } = flow;
  const name = `${words.p('paper.map.sheet', { sheet, sheets })} · ${phasesOn(map, body, flow)}`;
  flow.tag('P', () => pen.line(name, EDGE.side, mm(17), STYLE.strong));
}

/** What lies in `body`, with the names of its touchpoints above and of its lanes beside it. */
function drawSheet(
  flow: Flow,
  cut: (region: Region) => SvgNode,
  body: Region,
  scale: number,
  whole: boolean,
) {
  const draw = (region: Region, x: number, y: number) => {
    const frame = { x, y, width: region.w * scale, height: region.h * scale };
    flow.doc.save().rect(x, y, frame.width, frame.height).clip();
    drawPicture(flow.doc, cut(region), frame);
    flow.doc.restore();
  };
  const [left, top] = [EDGE.side + NAMES.width * scale, EDGE.top + NAMES.height * scale];
  if (whole) {
    const { width: w, height: h } = NAMES;
    draw({ x: -w, y: -h, w: body.w + w + AIR, h: body.h + h + AIR }, EDGE.side, EDGE.top);
    return;
  }
  draw({ x: body.x, y: -NAMES.height, w: body.w, h: NAMES.height }, left, EDGE.top);
  draw({ x: -NAMES.width, y: body.y, w: NAMES.width, h: body.h }, EDGE.side, top);
  draw(body, left, top);
}

/** The phases that stand on a sheet: where it begins in the middle of one, its name is on another. */
function phasesOn(map: MapLayout, { x, w }: Region, { words }: Flow): string {
  const shown = new Set(map.phases.filter((p) => p.x < x + w && p.x + p.w > x).map((p) => p.id));
  return words.review.snapshot.journey.phases
    .filter((p) => shown.has(p.id))
    .map((p) => p.name)
    .join(' – ');
}

/** Whether a card lies in a region; `air`: what its sign and tail may reach beyond its box. */
const reaches = (box: Region, { x, y, w, h }: Region, air = 0): boolean =>
  box.x - air < x + w && box.x + box.w + air > x && box.y - air < y + h && box.y + box.h + air > y;

/** Gives any region of the map's picture as one of its own, with no card in it that does not reach there. */
function cutter(picture: SvgNode, map: MapLayout) {
  const boxes = new Map([...map.cards.values()].map((box) => [`translate(${box.x} ${box.y})`, box]));
  return (region: Region): SvgNode => ({
    name: 'svg',
    attributes: {
      width: String(region.w),
      height: String(region.h),
      viewBox: [region.x, region.y, region.w, region.h].join(' '),
    },
    children: picture.children.filter((child) => {
      const box = typeof child === 'string' ? undefined : boxes.get(child.attributes.transform ?? '');
      return !box || reaches(box, region, AIR);
    }),
  });
}
