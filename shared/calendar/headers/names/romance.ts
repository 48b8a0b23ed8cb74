import type { HeaderNames } from './header-names.ts';

export const french: HeaderNames = {
  sourceId: 'id, identifiant, uid, référence',
  title:
    "titre, nom, événement, évènement, objet, intitulé, nom de l'événement, titre de l'événement, manifestation, spectacle, sujet, libellé, concert, quoi, programme, artiste, activité",
  start: 'début, debut, commence, du, de, quand, date et heure, date heure, date de début et heure, date heure début',
  startDate: 'date de début, date, date début, jour de début, dates, première date, date du spectacle, début date',
  startTime: 'heure de début, heure, heure début, horaire, horaires, heures, début heure',
  year: 'année, an',
  month: 'mois',
  day: 'jour',
  end: "fin, au, à, jusqu'au, date heure fin",
  endDate: 'date de fin, date fin, jour de fin, fin date, dernière date',
  endTime: 'heure de fin, heure fin, fin heure',
  duration: 'durée, longueur, durée minutes',
  allDay: 'journée entière, toute la journée, jour entier',
  timeZone: 'fuseau horaire, fuseau',
  description:
    'description, détails, texte, contenu, notes, résumé, présentation, descriptif, infos, informations, autres infos, sous-titre, remarques, commentaire, chapeau',
  channel: 'canal, chaîne',
  classifications: "catégorie, catégories, genre, type, type d'événement, rubrique, thème, thématique, mots clés",
  placeName: 'ville, commune, localité',
  countryCode: 'pays, code pays',
  locationName: 'lieu, salle, endroit, où, nom du lieu, adresse, emplacement, espace',
  offerName: 'nom du billet, type de billet',
  offerUrl:
    'billetterie, lien, url, site web, site, lien billetterie, réservation, lien de réservation, site internet, page web, billets',
  capacity: 'capacité, jauge, places, nombre de places',
  publishAs: 'statut, état',
  weekday: 'jour de la semaine, jour semaine',
  ignore:
    "ouverture des portes, portes, date limite, date d'inscription, modifié le, créé le, mise à jour, tarif, prix, affiche, image",
};

export const spanish: HeaderNames = {
  sourceId: 'id, identificador, id evento, id-evento, referencia, código',
  title:
    'título, nombre, evento, asunto, nombre del evento, título del evento, acto, actividad, espectáculo, concierto, función, qué, programa, artista, titulo actividad',
  start: 'inicio, comienzo, empieza, desde, cuándo, fecha y hora, fecha hora, fecha y hora de inicio, inicia',
  startDate: 'fecha de inicio, fecha, fecha inicio, fecha de comienzo, fecha desde, fechas, fecha del evento',
  startTime: 'hora de inicio, hora, hora inicio, hora de comienzo, horario, hora desde',
  year: 'año',
  month: 'mes',
  day: 'día',
  end: 'fin, final, hasta, termina, fecha y hora de fin',
  endDate: 'fecha de fin, fecha fin, fecha final, fecha hasta, fecha de finalización, fecha término',
  endTime: 'hora de fin, hora fin, hora final, hora hasta, hora de finalización, hora término',
  duration: 'duración, duración minutos',
  allDay: 'todo el día, evento de todo el día, día completo',
  timeZone: 'zona horaria, huso horario',
  description:
    'descripción, detalles, texto, notas, resumen, información, contenido, observaciones, subtítulo, sinopsis, comentarios',
  channel: 'canal',
  classifications: 'categoría, categorías, género, tipo, tipo de evento, etiquetas, temática',
  placeName: 'ciudad, localidad, municipio, población',
  countryCode: 'país, código de país',
  locationName: 'lugar, sala, ubicación, recinto, espacio, dónde, dirección, nombre instalacion, teatro, sede',
  offerName: 'nombre de la entrada, tipo de entrada',
  offerUrl:
    'entradas, enlace, url, sitio web, web, página web, enlace de entradas, venta de entradas, boletos, content url, link',
  capacity: 'aforo, capacidad, plazas',
  publishAs: 'estado',
  weekday: 'día de la semana, día semana',
  ignore:
    'apertura de puertas, fecha límite, fecha de creación, modificado, precio, imagen, días semana, dias excluidos',
};

export const italian: HeaderNames = {
  sourceId: 'id, identificativo, codice, codice evento',
  title:
    'titolo, nome, evento, oggetto, nome evento, titolo evento, spettacolo, manifestazione, concerto, cosa, programma, artista, attività',
  start: 'inizio, dal, da, quando, data e ora, data ora, data e ora inizio, comincia',
  startDate: 'data inizio, data di inizio, data, data evento, date, data dal',
  startTime: 'ora inizio, ora di inizio, ora, orario, ore, orario inizio, orario di inizio',
  year: 'anno',
  month: 'mese',
  day: 'giorno',
  end: 'fine, al, fino a, data e ora fine, termine',
  endDate: 'data fine, data di fine, data al, data termine',
  endTime: 'ora fine, ora di fine, orario fine, orario di fine',
  duration: 'durata, durata minuti',
  allDay: 'tutto il giorno, giornata intera, intera giornata',
  timeZone: 'fuso orario',
  description:
    'descrizione, dettagli, testo, note, contenuto, informazioni, sottotitolo, sinossi, osservazioni, abstract',
  channel: 'canale',
  classifications: 'categoria, categorie, genere, tipo, tipologia, rassegna, tipo evento, parole chiave',
  placeName: 'città, comune, località',
  countryCode: 'paese, nazione, codice paese',
  locationName: 'luogo, sala, sede, dove, posto, indirizzo, teatro, spazio, ubicazione',
  offerName: 'nome biglietto, tipo biglietto',
  offerUrl: 'biglietti, biglietteria, link, url, sito, sito web, prenotazioni, link biglietti, pagina web',
  capacity: 'capienza, posti, numero posti',
  publishAs: 'stato',
  weekday: 'giorno della settimana, giorno settimana',
  ignore: 'apertura porte, scadenza, data creazione, modificato, prezzo, costo, immagine',
};

export const portuguese: HeaderNames = {
  sourceId: 'id, identificador, código, referência',
  title:
    'título, nome, evento, assunto, nome do evento, título do evento, espetáculo, espectáculo, concerto, atividade, actividade, o quê, programa, artista, show',
  start: 'início, começo, começa, de, quando, data e hora, data hora, data e hora de início',
  startDate: 'data de início, data, data início, data do evento, data inicial, datas',
  startTime: 'hora de início, hora, hora início, horário, horário de início, hora inicial',
  year: 'ano',
  month: 'mês',
  day: 'dia',
  end: 'fim, final, até, término, data e hora de fim, termina',
  endDate: 'data de fim, data fim, data final, data de término, data término',
  endTime: 'hora de fim, hora fim, hora final, hora de término, horário de término, hora término',
  duration: 'duração, duração minutos',
  allDay: 'dia inteiro, dia todo, todo o dia, o dia todo',
  timeZone: 'fuso horário, zona horária',
  description:
    'descrição, detalhes, texto, notas, resumo, informação, informações, sinopse, conteúdo, observações, subtítulo',
  channel: 'canal',
  classifications: 'categoria, categorias, género, gênero, tipo, tipo de evento, etiquetas',
  placeName: 'cidade, município, localidade, concelho',
  countryCode: 'país, código do país',
  locationName: 'local, sala, lugar, espaço, onde, recinto, endereço, morada, palco, teatro',
  offerName: 'nome do bilhete, tipo de bilhete, tipo de ingresso',
  offerUrl: 'bilhetes, ingressos, link, url, site, página web, link dos bilhetes, bilheteira, bilheteria, reservas',
  capacity: 'lotação, capacidade, lugares, vagas',
  publishAs: 'estado, situação',
  weekday: 'dia da semana',
  ignore: 'abertura de portas, data limite, criado em, modificado em, preço, valor, imagem',
};
