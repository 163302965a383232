export { toBeOf } from './maps.ts';
export { branchToBe } from './to-be/branch.ts';
export { readGap } from './to-be/gap.ts';
