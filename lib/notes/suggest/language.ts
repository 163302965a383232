const COMMON = {
  en: 'the and of to is was i you it that they we my not have had with for are be this but so me were',
  sv: 'och att det jag är var inte som en ett på de vi min hade har med för den så men mig till när blev om',
};
const sets = { en: new Set(COMMON.en.split(' ')), sv: new Set(COMMON.sv.split(' ')) };

/** Which of our languages words are in, by the small words everybody uses; `otherwise` when they do not tell. */
export function languageOf(words: string, otherwise: string): string {
  const tokens = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [en, sv] = [sets.en, sets.sv].map((set) => tokens.filter((token) => set.has(token)).length);
  if (en === sv || en === undefined || sv === undefined) return otherwise;
  return en > sv ? 'en' : 'sv';
}
