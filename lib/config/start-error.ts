/**
 * What stops the start. The message is for the person who runs the server: what is wrong, and what to do.
 * It is printed as it is, without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
