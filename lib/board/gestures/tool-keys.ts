import { CARD_TOOLS } from './card-tools.ts';

/**
 * The tools' keys, as places on the keyboard that carry these letters on an English one: they stay where the
 * hand knows them on every layout, also where the letters are others or no Latin ones.
 */
export const TOOL_KEYS: readonly { code: string; key: string; tool: string; reads?: boolean }[] = [
  { code: 'KeyV', key: 'V', tool: 'select', reads: true },
  { code: 'KeyH', key: 'H', tool: 'hand', reads: true },
  ...CARD_TOOLS.map(({ code, key, id }) => ({ code, key, tool: id })),
  { code: 'KeyN', key: 'N', tool: 'note' },
  { code: 'KeyT', key: 'T', tool: 'text' },
  { code: 'KeyA', key: 'A', tool: 'arrow' },
  { code: 'KeyD', key: 'D', tool: 'draw' },
  { code: 'KeyE', key: 'E', tool: 'eraser' },
  { code: 'KeyK', key: 'K', tool: 'laser', reads: true },
];

/** The tool at a place of the keyboard; whoever only reads has few. */
export const toolAt = (code: string, canWrite: boolean): string | undefined =>
  TOOL_KEYS.find((key) => key.code === code && (canWrite || key.reads))?.tool;
