// SPDX-License-Identifier: EUPL-1.2
// The words of docs/plain-words.md: what people who come to a counter do not say, and what they say instead.

export type Language = 'fr' | 'en';

/** Words in a sentence, at most: what one reads may be read twice, what one hears goes by. */
export const most_words = { read: 15, heard: 12 } as const;
export type Sense = keyof typeof most_words;

export interface WordToAvoid {
  pattern: RegExp;
  instead: string;
}

/** Whole words, accents and capitals told as a reader tells them. */
function word(forms: string, instead: string): WordToAvoid {
  return { pattern: new RegExp(`(?<![\\p{L}])(?:${forms})(?![\\p{L}])`, 'iu'), instead };
}

const french_office_words: WordToAvoid[] = [
  word('veuillez', 'l’ordre lui-même : « touchez », « attendez »'),
  word('afin (?:de|que)|afin d’\\p{L}+|en vue de', 'pour'),
  word('lorsque|lorsqu’\\p{L}+', 'quand'),
  word('ultérieur\\p{L}*', 'plus tard'),
  word('préalablement|au préalable', 'avant'),
  word('néanmoins|toutefois|cependant', 'mais'),
  word('en cas d[e’]\\p{L}*', 'si'),
  word('suite à', 'après, à cause de'),
  word('le cas échéant', 'si besoin'),
  word('ainsi que', 'et'),
  word('ci-(?:joint|dessous|dessus|après)\\p{L}*', 'plus bas, avec ce papier'),
  word('conformément', 'selon'),
  word('échéances?', 'date, avant le'),
  word('muni(?:r|s|e|es|ssez)?(?: d[e’]\\p{L}*)?', 'apportez'),
  word('justificatifs?', 'le nom du papier : « une facture », « une carte d’identité »'),
  word('récapitulatifs?|récépissés?|attestations? de passage', 'reçu'),
  word('créneaux?', 'heure, horaire'),
  word('motifs?', 'sujet'),
  word('organismes?', 'service'),
  word('usag(?:er|ers|ère|ères)|bénéficiaires?|administrés?', 'vous'),
  word('dispositifs?|modalités?', 'aide, comment faire'),
  word('permanences?', 'jours où quelqu’un est là'),
  word('effectu\\p{L}+', 'faire'),
  word('procéd(?:er|ez)', 'faire'),
  word('transmet\\p{L}*|transmis\\p{L}*|transmission', 'envoyer'),
  word('sollicit\\p{L}+', 'demander'),
  word('saisi(?:r|s|e|es|t|ssez)?|saisie', 'écrire'),
  word('numéris\\p{L}+', 'scanner'),
  word('identifiants?', 'code'),
  word('visio\\p{L}*', 'par écran'),
  word('présentiel', 'sur place'),
  word('distanciel|à distance', 'par écran, par téléphone'),
  word('sélectionn\\p{L}+', 'choisir'),
  word('cliqu\\p{L}+', 'toucher'),
  word('réinitialis\\p{L}+', 'recommencer'),
  word('injoignables?', 'ne répond pas'),
  word('serveurs?', 'le service, Internet'),
  word('réglée?s?', 'terminé (« réglé » veut dire aussi « payé »)'),
  word('n’oubliez pas', 'pensez à'),
  word('requise?s?', 'il faut'),
  word('prochainement', 'bientôt'),
  word('interlocut\\p{L}+', 'personne'),
  word('consult\\p{L}+', 'lire, voir'),
  word('prendre connaissance', 'lire'),
  word('disponibles?|indisponibles?', 'libre, là, ne marche pas'),
  word('dans le cadre d[e’]\\p{L}*|concernant|relati(?:f|fs|ve|ves) (?:à|aux?)', 'pour, sur'),
  word('via', 'par'),
  word('notamment', 'par exemple'),
  word('notifi\\p{L}+', 'prévenir'),
  word('domicile', 'chez vous'),
  word('courriels?|méls?', 'e-mail'),
  word('accéde[rz]|authentifi\\p{L}+', 'ouvrir, entrer'),
  word('délais?', 'temps'),
  word('formalités?|prestations?|allocataires?', 'le nom de l’aide, vous'),
];

const english_office_words: WordToAvoid[] = [
  word('in order to', 'to'),
  word('prior to', 'before'),
  word('subsequently|at a later date', 'later'),
  word('however|nevertheless', 'but'),
  word('therefore|hence', 'so'),
  word('in the event of|in case of', 'if'),
  word('upon', 'on, when'),
  word('shall', 'will, must'),
  word('regarding|concerning', 'about'),
  word('commenc\\p{L}+', 'begin'),
  word('terminat\\p{L}+', 'end'),
  word('utilis\\p{L}+', 'use'),
  word('assistance', 'help'),
  word('obtain\\p{L}*', 'get'),
  word('submit\\p{L}*|transmit\\p{L}*', 'send'),
  word('provid\\p{L}+', 'give'),
  word('proceed\\p{L}*', 'go on'),
  word('purchase\\p{L}*', 'buy'),
  word('require\\p{L}*', 'need, must'),
  word('receipt of|documentation|supporting documents?', 'the name of the paper'),
  word('slots?', 'time, place'),
  word('motives?', 'subject'),
  word('body|bodies', 'service'),
  word('beneficiar(?:y|ies)|users?', 'you'),
  word('identifiers?', 'code'),
  word('remote(?:ly)?|at a distance', 'on a screen, by telephone'),
  word('click\\p{L}*|select\\p{L}*', 'touch, choose'),
  word('unavailable', 'does not answer, is not there'),
  word('servers?|router', 'the service, the Internet, your Internet box'),
  word('do not forget', 'remember'),
  word('available', 'free, there'),
  word('notif\\p{L}+|inform(?:s|ed)?', 'tell'),
  word('consult\\p{L}*|access(?:es|ed)?', 'see, open'),
  word('via', 'by'),
  word('previous(?:ly)?', 'before'),
  word('additional', 'more'),
  word('approximately', 'about'),
  word('attempt\\p{L}*', 'try'),
  word('sufficient', 'enough'),
  word('ensure\\p{L}*', 'check'),
];

/** The same thing keeps the same name on every screen, paper and in every voice. */
const french_one_name: WordToAvoid[] = [
  word('liaisons?', 'connexion, comme partout ailleurs'),
  word('billets?', 'ticket, comme partout ailleurs'),
  word('points? d’accueil', 'lieu d’accueil, comme partout ailleurs'),
];

const english_one_name: WordToAvoid[] = [
  word('counters?', 'place, as everywhere else'),
  word('(?<!front )desks?', 'front desk, as everywhere else'),
  word('links?', 'connection, as everywhere else'),
];

export const words_to_avoid: Record<Language, readonly WordToAvoid[]> = {
  fr: [...french_office_words, ...french_one_name],
  en: [...english_office_words, ...english_one_name],
};

/** Numbers are written in figures; "un" and "one" are articles too. */
export const number_words: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand)(?!\p{L})/iu,
};

/** What somebody unnamed did: the sentence does not say who. */
export const passives: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:a|ont|ai|as|avez|avons|avait|aura|auront|avoir) (?:\p{L}+ )?été \p{L}+/iu,
  en: /(?<!\p{L})(?:was|were|been|being) (?:\p{L}+ed|kept|sent|given|taken|made|done|told|cut|written|read|lost|found|put|heard|seen)(?!\p{L})/iu,
};

/** Each of these turns the sentence round once; twice in one sentence and nobody knows. */
export const negations: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:ne(?= )|n’|sans(?= ))/giu,
  en: /(?<!\p{L})(?:not|cannot|never|no(?= )(?! thank)(?! longer)|no longer|nothing|nobody|none|neither|nor|without|unless)(?!\p{L})/giu,
};

/** Capitals that may stand alone: the words beside them say what they mean. */
export const explained_acronyms: Record<string, RegExp> = {
  PDF: /document/iu,
  RIB: /relevé d’identité bancaire|bank details/iu,
};

/** Signs and shortened words that are not read aloud the same way by everybody. */
export const odd_signs = /(?<!\p{L})(?:etc\b\.?|cf\.|ex\.|e\.g\.|i\.e\.|approx\.|max\.|min\.|nb\.|tél\.|rdv)|[&§;]|\((?:s|e|es|x)\)/iu;
