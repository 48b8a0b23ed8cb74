import type { ComboChoice } from '../../../components/ComboBox.tsx';

/** Encodings that calendars are found in, with where they come from. Others are detected all the same. */
export const encodings: ComboChoice[] = [
  { value: 'UTF-8', label: 'UTF-8', note: 'most programs' },
  { value: 'UTF-16LE', label: 'UTF-16 LE', note: 'Excel “Unicode text”' },
  { value: 'UTF-16BE', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Windows-1252', note: 'Western Europe' },
  { value: 'windows-1250', label: 'Windows-1250', note: 'Central Europe' },
  { value: 'windows-1251', label: 'Windows-1251', note: 'Cyrillic' },
  { value: 'windows-1253', label: 'Windows-1253', note: 'Greek' },
  { value: 'windows-1254', label: 'Windows-1254', note: 'Turkish' },
  { value: 'ISO-8859-1', label: 'ISO-8859-1', note: 'Western Europe' },
  { value: 'ISO-8859-2', label: 'ISO-8859-2', note: 'Central Europe' },
  { value: 'ISO-8859-15', label: 'ISO-8859-15', note: 'Western Europe, with €' },
  { value: 'KOI8-R', label: 'KOI8-R', note: 'Cyrillic' },
  { value: 'macintosh', label: 'Mac Roman', note: 'old Macs' },
  { value: 'Shift_JIS', label: 'Shift JIS', note: 'Japanese' },
  { value: 'EUC-JP', label: 'EUC-JP', note: 'Japanese' },
  { value: 'GB18030', label: 'GB 18030 (GBK)', note: 'Chinese, simplified' },
  { value: 'Big5', label: 'Big5', note: 'Chinese, traditional' },
  { value: 'EUC-KR', label: 'EUC-KR', note: 'Korean' },
];
