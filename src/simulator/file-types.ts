const TYPES: { [extension: string]: [filetype: string, mimetype: string] } = {
  csv: ['csv', 'text/csv'],
  txt: ['text', 'text/plain'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pdf: ['pdf', 'application/pdf'],
  png: ['png', 'image/png'],
  jpg: ['jpg', 'image/jpeg'],
  jpeg: ['jpg', 'image/jpeg'],
  gif: ['gif', 'image/gif'],
  webp: ['webp', 'image/webp'],
  heic: ['heic', 'image/heic'],
  svg: ['svg', 'image/svg+xml'],
  ics: ['text', 'text/calendar'],
  json: ['json', 'application/json'],
  html: ['html', 'text/html'],
  zip: ['zip', 'application/zip'],
};

export const kindOf = (name: string): [string, string] =>
  TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? ['binary', 'application/octet-stream'];

export const mimetypeOf = (name: string): string => kindOf(name)[1];
