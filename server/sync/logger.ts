/** Where the operator reads what happened: the console, or nowhere in tests that break things on purpose. */
export type Logger = Pick<Console, 'info' | 'warn' | 'error'>;
