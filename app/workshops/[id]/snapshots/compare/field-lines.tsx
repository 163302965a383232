import type { Evidence, Part, Severity } from '@/lib/journey/model.ts';
import type { CompareContext } from './context.ts';

interface FieldLinesProps {
  fields: readonly string[];
  before: object;
  after: object;
  context: CompareContext;
}

/** What else differs of a card or of the structure, property by property: “How grave: irritating → grave”. */
export function FieldLines({ fields, before, after, context }: FieldLinesProps) {
  const { t } = context;
  return fields.filter(isTold).map((field) => {
    const name = t(`field.name.${field}`);
    const of = (held: object) => written(field, (held as Record<string, unknown>)[field], context);
    const told =
      field === 'tone'
        ? `${name}: ${t('field.other')}`
        : t('field.change', { name, before: of(before), after: of(after) });
    return <p key={field}>{told}</p>;
  });
}

const TOLD = [
  'kind',
  'severity',
  'valence',
  'emoji',
  'evidence',
  'source',
  'personaId',
  'mark',
  'channel',
  'owner',
  'personas',
  'part',
  'tone',
] as const;
type Told = (typeof TOLD)[number];
const isTold = (field: string): field is Told => (TOLD as readonly string[]).includes(field);

function written(field: Told, value: unknown, { t, map, sign, name, format }: CompareContext): string {
  if (field === 'mark') return t(`field.mark.${(value as -1 | 0 | 1 | null) ?? 'none'}`);
  if (field === 'personas') {
    const ids = value as string[];
    return ids.length > 0 ? format.list(ids.map(name)) : t('field.everybody');
  }
  if (value === null || value === undefined || value === '') return t('field.none');
  switch (field) {
    case 'kind':
      return map(`kind.${value as 'quote'}`);
    case 'severity':
      return t(`frictions.severity.${value as Severity}`);
    case 'valence':
      return sign(value as number);
    case 'evidence':
      return map(`evidence.${value as Evidence}`);
    case 'part':
      return map(`part.${value as Part}`);
    case 'source':
      return t('field.source.some');
    case 'personaId':
      return name(value as string);
    default:
      return String(value);
  }
}
