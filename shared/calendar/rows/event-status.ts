import { foldText, quoteCell } from '../text/fold.ts';
import { readFlag } from './flags.ts';
import type { RowCells } from './row-cells.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(', ').map(foldText));
}

const CANCELLED = words(
  'cancelled, canceled, abgesagt, entfällt, fällt aus, ausgefallen, annulé, annulée, annulés, cancelado, cancelada, anulado, suspendido, annullato, annullata, cancellato, geannuleerd, afgelast, vervalt, odwołane, odwołany, отменено, отменен, отменён, отмена, скасовано, 中止, 公演中止, 취소, 취소됨, 取消, inställt, inställd, aflyst, avlyst, peruttu, zrušeno, zrušené, elmarad, törölve, anulat, ακυρώθηκε, iptal, ملغى, בוטל, event cancelled, event canceled',
);
const POSTPONED = words(
  'postponed, rescheduled, verschoben, verlegt, reporté, reportée, aplazado, pospuesto, rinviato, uitgesteld, verplaatst, adiado, przełożone, przeniesiony, перенесено, перенесён, 延期, 연기, uppskjutet, udsat, utsatt, siirretty, přeloženo, odloženo, elhalasztva, amânat, ertelendi',
);
/** What a column of states holds besides; none of it changes the event. */
const OTHER_STATES = words(
  'confirmed, scheduled, definite, on sale, onsale, off sale, offsale, available, sold out, soldout, tentative, provisional, option, hold, pencilled, live, active, open, closed, completed, ended, upcoming, bestätigt, fest, geplant, ausverkauft, verfügbar, findet statt, confirmé, complet, prévu, confirmado, agotado, programado, confermato, esaurito, programmato, bevestigd, uitverkocht, gepland, potwierdzone, wyprzedane, подтверждено, запланировано, підтверджено',
);

/** True for a word that tells how an event stands: `confirmed`, `sold out`, `abgesagt`. */
export function isEventState(cell: string): boolean {
  const word = foldText(cell.trim());
  return CANCELLED.has(word) || POSTPONED.has(word) || OTHER_STATES.has(word);
}

const LONGEST_WORD = 30;

const CALLED_OFF =
  '(?:cancell?ed|abgesagt|entfällt|fällt aus|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|afgelast|odwołan[ey]|отмен[её]н[оа]?|скасовано|(?:公演)?中止|취소)';
/** `CANCELLED: Jazz`, `[Abgesagt] Lesung`, `Jazz (cancelled)`, `Jazz – abgesagt`. A word of the title itself is none. */
const IN_TITLE = new RegExp(
  `^[\\s[(*!【-]*${CALLED_OFF}\\s*[:\\])】!*–—-]|[[(【–—-]\\s*${CALLED_OFF}\\s*[\\])】!*–—-]?$`,
  'iu',
);

/** `GEANNULEERD Ensemble`: in capitals the word is no part of the title. */
const CAPITALS_FIRST =
  /^[\s[(*!-]*(?:CANCELL?ED|ABGESAGT|ENTFÄLLT|ANNULÉE?|CANCELAD[OA]|ANNULLAT[OA]|GEANNULEERD|AFGELAST|ODWOŁAN[EY]|ОТМЕН[ЕЁ]Н[ОА]?|СКАСОВАНО)\s+\S*\p{Ll}/u;

/** True when the row says that its event is called off: it is not to be published. */
export function isCancelled(row: RowCells): boolean {
  const flag = row.get('cancelled');
  if (flag !== '' && (readFlag(flag) === true || CANCELLED.has(foldText(flag)))) return true;
  const status = row.get('publishAs');
  return status !== '' && CANCELLED.has(foldText(status));
}

/** Warns of an event that was put off, and of texts that say that it is cancelled: a person must look. */
export function warnAboutStatus(row: RowCells, title: string): void {
  const status = row.get('cancelled') || row.get('publishAs');
  if (status !== '' && POSTPONED.has(foldText(status))) {
    row.warn(
      row.columns.label('cancelled', 'publishAs'),
      'postponed',
      `${quoteCell(status)} says that the event was put off. Check that the date is the new one.`,
    );
  }
  const isInTitle = IN_TITLE.test(title) || CAPITALS_FIRST.test(title);
  const description = row.get('description');
  if (isInTitle || (description.length <= LONGEST_WORD && CANCELLED.has(foldText(description)))) {
    row.warn(
      row.columns.label(isInTitle ? 'title' : 'description'),
      'says_cancelled',
      `${quoteCell(isInTitle ? title : description)} says that the event is cancelled. Leave the row out if it is not to be published.`,
    );
  }
}
