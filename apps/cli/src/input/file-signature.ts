/** First bytes of files that people take for text, and what to do with them. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF document: export its text first, for example with pdftotext'],
  ['PK\x03\x04', 'a ZIP archive or an office document: save it as plain text first'],
  ['\xd0\xcf\x11\xe0', 'an old office document: save it as plain text first'],
  ['{\\rtf', 'a rich text document: save it as plain text first'],
  ['\x1f\x8b', 'a gzip archive: unpack it first'],
  ['7z\xbc\xaf', 'a 7z archive: unpack it first'],
  ['\x89PNG', 'a picture (PNG)'],
  ['GIF8', 'a picture (GIF)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['ID3', 'a recording (MP3): transcribe it first'],
  ['OggS', 'a recording (Ogg): transcribe it first'],
  ['RIFF', 'a recording or a picture (RIFF)'],
  ['fLaC', 'a recording (FLAC): transcribe it first'],
  ['\x7fELF', 'a program'],
];

/** What a file is whose first bytes give it away; undefined when they do not. */
export function describeSignature(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  // An MP4 file begins with the length of its first box.
  if (start.slice(4, 8) === 'ftyp') return 'a recording (MP4): transcribe it first';
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}
