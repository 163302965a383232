/** The way through a workshop (product.md). Stages guide, they never lock: a group may go back at any time. */
export const STAGES = ['prepare', 'interview', 'map', 'analyse', 'clean', 'strengthen', 'decide'] as const;
export type Stage = (typeof STAGES)[number];
