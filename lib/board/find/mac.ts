/** Whether the keyboard has a ⌘ where others have Ctrl. Only in the browser. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);
