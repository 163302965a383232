import type { Visitor } from './support/test.ts';

const CODES: Record<string, number> = {
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Enter: 13,
  Escape: 27,
  End: 35,
  Home: 36,
};
const CTRL = 2;

/**
 * A keyboard without Playwright's bookkeeping, for hundreds of keys: each of its own keys would leave two
 * pictures of the page in the trace.
 */
export async function quickKeys({ context, page }: Visitor) {
  const cdp = await context.newCDPSession(page);
  return {
    /** Letter by letter. */
    async type(text: string) {
      for (const letter of text) await cdp.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
    },
    /** A named key or, with Ctrl, a letter. */
    async press(name: string, { ctrl = false } = {}) {
      const letter = name.length === 1;
      const params = {
        key: name,
        code: letter ? `Key${name.toUpperCase()}` : name,
        windowsVirtualKeyCode: letter ? name.toUpperCase().charCodeAt(0) : CODES[name],
        modifiers: ctrl ? CTRL : 0,
        ...(name === 'Enter' ? { text: '\r' } : {}),
      };
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...params });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...params });
    },
  };
}
