/** What a snapshot can be written as. `slow`: takes seconds for a large map; its page shows that it works. */
export const FORMATS = {
  report: { type: 'application/pdf', extension: 'pdf', slow: true },
  mapA3: { type: 'application/pdf', extension: 'pdf', slow: true },
  mapA1: { type: 'application/pdf', extension: 'pdf', slow: true },
  slides: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    slow: true,
  },
  png: { type: 'image/png', extension: 'png', slow: true },
  svg: { type: 'image/svg+xml', extension: 'svg', slow: false },
  curves: { type: 'image/svg+xml', extension: 'svg', slow: false },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    slow: false,
  },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', slow: false },
  json: { type: 'application/json', extension: 'json', slow: false },
  cjml: { type: 'application/xml', extension: 'xml', slow: false },
} as const;
export type Format = keyof typeof FORMATS;
