import type { HeaderNames } from './header-names.ts';

export const german: HeaderNames = {
  sourceId:
    'id, kennung, termin id, veranstaltungs id, veranstaltungsnummer, externe id, kursnr, kursnummer, veranstaltungsnr',
  title:
    'titel, veranstaltung, betreff, name, veranstaltungstitel, veranstaltungsname, bezeichnung, termin, ereignis, event, überschrift, programm, thema, vorstellung, anlass, stück, künstler, was, kurstitel, kurs, kursname, werk, ausstellung, lesung, vortrag',
  start:
    'beginn, start, anfang, von, wann, startzeitpunkt, datum uhrzeit, datum und uhrzeit, datum zeit, beginnt am, ab',
  startDate:
    'datum, laufzeit, startdatum, beginndatum, beginnt am, anfangsdatum, datum von, von datum, tag der veranstaltung, termin datum, veranstaltungsdatum, datum beginn, beginn datum, datum start, erster tag',
  startTime:
    'uhrzeit, startzeit, beginnzeit, beginn uhrzeit, beginnt um, zeit, anfangszeit, uhrzeit von, von uhrzeit, zeit von, uhrzeit beginn, anstoß, beginn zeit, uhrzeiten',
  year: 'jahr',
  month: 'monat',
  day: 'tag',
  end: 'ende, bis, schluss, endzeitpunkt, endet',
  endDate: 'enddatum, endet am, datum bis, bis datum, datum ende, ende datum, letzter tag',
  endTime: 'endzeit, endet um, uhrzeit bis, bis uhrzeit, ende uhrzeit, uhrzeit ende, zeit bis, ende zeit',
  duration: 'dauer, länge, dauer minuten, dauer in minuten, spieldauer',
  allDay: 'ganztägig, ganztägiges ereignis, ganztags, ganzer tag',
  timeZone: 'zeitzone',
  description:
    'beschreibung, details, text, notizen, bemerkung, bemerkungen, inhalt, info, infos, kurzbeschreibung, langtext, beschreibungstext, untertitel, hinweis, hinweise, anmerkung',
  channel: 'kanal',
  classifications:
    'kategorie, kategorien, rubrik, genre, sparte, art, veranstaltungsart, typ, schlagworte, schlagwörter, gattung',
  placeName: 'stadt, gemeinde, ortschaft, plz ort, wohnort',
  countryCode: 'land, ländercode',
  locationName:
    'veranstaltungsort, ort, spielstätte, location, raum, saal, lokal, wo, halle, adresse, bühne, treffpunkt, spielort, haus, veranstaltungsraum',
  offerName: 'ticketart, ticketname',
  offerUrl:
    'ticketlink, tickets, karten, link, url, webseite, website, internet, homepage, kartenlink, buchungslink, ticket url, internetadresse, anmeldelink',
  price:
    'preis, eintritt, preise, eintrittspreis, kosten, ak, vvk, abendkasse, ermäßigt, preis ab, gebühr, gebühren, kursgebühr',
  capacity: 'kapazität, plätze, teilnehmerzahl, max teilnehmer, platzzahl, anzahl plätze',
  publishAs: 'status',
  cancelled: 'abgesagt, entfällt, fällt aus',
  weekday: 'wochentag',
  ignore:
    'einlass, türöffnung, anmeldeschluss, geändert, geändert am, erstellt, erstellt am, aufbau, aufbau ab, soundcheck, vorverkauf ab, erinnerung, erinnerung am, erinnerung um, privat, bild, telefon',
};

export const dutch: HeaderNames = {
  sourceId: 'id, kenmerk',
  title:
    'titel, naam, evenement, onderwerp, voorstelling, activiteit, wat, concert, artiest, naam evenement, programma, omschrijving kort',
  start: 'begin, start, aanvang, van, wanneer, datum tijd, datum en tijd, begint op',
  startDate: 'datum, startdatum, begindatum, datum van, van datum, speeldatum',
  startTime: 'tijd, starttijd, begintijd, aanvangstijd, tijdstip, uur, aanvangsuur, beginuur, tijd van',
  year: 'jaar',
  month: 'maand',
  day: 'dag',
  end: 'einde, eind, tot, tot en met',
  endDate: 'einddatum, datum tot, tot datum, datum t m',
  endTime: 'eindtijd, einduur, tijd tot, sluitingstijd',
  duration: 'duur, lengte, speelduur',
  allDay: 'hele dag, duurt hele dag, gehele dag',
  timeZone: 'tijdzone',
  description:
    'beschrijving, omschrijving, toelichting, tekst, details, notities, opmerkingen, ondertitel, subtitel, informatie, inhoud',
  channel: 'kanaal',
  classifications: 'categorie, categorieën, genre, soort, type, rubriek, trefwoorden',
  placeName: 'stad, plaats, gemeente, woonplaats',
  countryCode: 'land, landcode',
  locationName: 'locatie, zaal, ruimte, podium, waar, adres, speelplek, gebouw',
  offerUrl: 'ticketlink, kaarten, tickets, link, url, website, bestellink, webpagina',
  price: 'prijs, entree, toegang, toegangsprijs, kosten',
  capacity: 'capaciteit, plaatsen, aantal plaatsen, max deelnemers',
  publishAs: 'status',
  weekday: 'weekdag, dag van de week',
  ignore: 'zaal open, deuren open, inloop, gewijzigd, aangemaakt, herinneringsdatum, herinneringstijd, afbeelding',
};
