export * from './audit.ts';
export * from './documents.ts';
export * from './files.ts';
export * from './interviews.ts';
export * from './people.ts';
export * from './snapshots.ts';
export * from './workshops.ts';
