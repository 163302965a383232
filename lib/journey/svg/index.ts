export { CapitalCurve, type CapitalCurveLabels } from './capital-curve.tsx';
export { CardPicture, type CardPictureProps } from './card-picture.tsx';
export { EmotionCurve, type EmotionCurveLabels } from './emotion-curve.tsx';
export { EmotionLane } from './emotion-lane.tsx';
export { KindSign, ReactionSign, SeverityMarks } from './glyphs.tsx';
export type { ChartLabels, MapLabels } from './labels.ts';
export { MapGrid, MapHeader, partSpans } from './map-header.tsx';
export { MapPicture, metaLine } from './map-picture.tsx';
export { EMOJI_FONT, evidenceLine, paint, signed, valenceToken } from './paint.ts';
