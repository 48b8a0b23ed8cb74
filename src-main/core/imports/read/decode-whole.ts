import type { RowIssue } from '#shared/calendar/types.ts';
import { finish } from '#shared/steps.ts';
import { memorySource } from './byte-source.ts';
import { chooseDecoding, decodedChunks, decodingIssues, withoutZeros } from './decode.ts';
import { surveyBytes } from './survey-bytes.ts';
import { surveyText } from './survey-text.ts';

export type DecodedText = { text: string; encoding: string; issues: RowIssue[] };

/**
 * The whole text of a file that is in memory. Without `chosen` the encoding is detected over all of it.
 * @throws OrganizerError `usage` for a choice that is no encoding.
 */
export function decodeWhole(bytes: Uint8Array, chosen?: string): DecodedText {
  const source = memorySource(bytes);
  const decoding = chooseDecoding(finish(surveyBytes(source)), chosen);
  const survey = finish(surveyText(decodedChunks(source, decoding)));
  const text = [...withoutZeros(decodedChunks(source, decoding))].join('');
  return { text, encoding: decoding.encoding, issues: decodingIssues(survey, decoding.encoding) };
}
