/** How what stands before a word bears on whether the word is a person's name. */
const flags = 'iu';
const one = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})[\\s,:"“”']*$`, flags);

const KIN_EN =
  'husband|wife|son|daughter|brother|sister|mother|father|mom|mum|dad|uncle|aunt|auntie|cousin|nephew|niece|boyfriend|girlfriend|partner|fiancée?|roommate|friend|buddy|neighbou?r|colleague|coworker|co-worker|boss|manager|supervisor|doctor|nurse|dentist|lawyer|landlord|teacher|caseworker|case worker|advisor|adviser|agent|therapist|grandma|grandpa|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|stepmother|stepfather|ex';
const KIN_SV =
  'man|fru|sambo|särbo|make|maka|son|dotter|bror|syster|brorsa|storasyster|lillasyster|lillebror|storebror|mamma|pappa|mor|far|farbror|morbror|faster|moster|kusin|pojkvän|flickvän|kille|tjej|vän|kompis|kompisen|väninna|granne|grannen|kollega|kollegan|chef|chefen|handläggare|handläggaren|rådgivare|rådgivaren|läkare|läkaren|doktorn|sköterskan|sjuksköterskan|säljaren|teknikern|installatören|montören|hantverkaren|vaktmästaren|hyresvärden|mäklaren|advokaten|rektorn|läraren|förvaltaren|kundtjänstmedarbetaren|dottern|sonen|brodern|systern|svärmor|svärfar|svägerska|svåger|barnbarn|ex|exman|exfru|god man|kurator|kuratorn|tandläkaren|tandläkare|bankmannen|receptionisten|chauffören|brevbäraren';

/** After these even a name that no list has, in small letters too when a list has it. */
const SAYS_NAME = one(
  [
    String.raw`(?:my|his|her|their|your|whose)(?: \p{L}+(?:['’]s)?)? name(?:['’]s| is| was|s)?`,
    `(?:${KIN_EN})(?:['’]s)? (?:name is|is called|is named|was called|was named|called|named)`,
    `(?:guy|man|woman|lady|girl|boy|fella|person|gentleman|kid|somebody|someone|rep|representative) (?:is |was )?(?:called|named|by the name of)`,
    'by the name of|maiden name(?: is| was)?|last name(?: is| was)?|first name(?: is| was)?|surname(?: is| was)?|signed by|sincerely yours',
    `(?:jag|hon|han|hen|du|tjejen|killen|mannen|kvinnan|damen|personen|${KIN_SV})(?: som)? (?:heter|hette|kallas|kallades)`,
    `(?:mitt|hans|hennes|deras|ditt) (?:för|efter|flick)?namn(?: är| var)?|heter(?: i)? (?:förnamn|efternamn)|i flicknamn|vid namn|(?:namnet|namn) (?:är|var)|efternamnet(?: är)?|förnamnet(?: är)?`,
    `(?:man|kvinna|kille|tjej|dam|person|någon|handläggare|säljare|tekniker|läkare|rådgivare|snubbe|gubbe) som (?:heter|hette|hetat|kallas|kallades)`,
  ].join('|'),
);

/** After these a word with a capital, even one that no list has: "fru Gårdman", "my sister Zorka". */
const TITLE = one(
  [
    `(?:mr|mrs|ms|dr|prof)[.]?|mister|missus|miss|professor|doctor|uncle|aunt|auntie|nurse|officer|pastor|father|sister`,
    `herr|fru|fröken|doktor|dr[.]?|professor|advokat|överläkare|syster|farbror|tant|moster|faster|morbror|kyrkoherde|kommissarie|distriktssköterska|rektor|handläggare|sjuksköterskan?`,
    String.raw`(?:my|his|her|our|their) (?:\p{L}+ )?(?:${KIN_EN}),?`,
    String.raw`(?:min|mitt|mina|hans|hennes|vår|våra|deras|din|sin) (?:\p{L}+ )?(?:${KIN_SV}),?|${KIN_SV.split(
      '|',
    )
      .filter((word) => /(?:n|en)$/.test(word) && word.length > 5)
      .join('|')}`,
    'dear|kära|käre|bästa|mvh|hälsningar|hälsn|vänligen|regards|wishes|sincerely|cheers from|yours truly|signed|undertecknad|attn:?|att:',
  ].join('|'),
);

/** After these a name that is a word or a place as well is a person: "I asked Will", "tack Love". */
const SPOKEN_TO = one(
  'hi|hey|hello|hiya|thanks|thank you|bye|goodbye|ask|asked|told|tell|called|met|emailed|texted|phoned|knows?|married|dating|this is|here is|said|signed|spoke to|spoke with|talked to|talked with|talk to|speak to|speak with|love,' +
    '|hej|hejsan|hallå|tack|hejdå|fråga|frågade|sa till|säga till|sade till|ringde|mötte|träffade|mejlade|känner|kände|gift med|pratade med|talade med|prata med|det här är|skriver till',
);
/** After these even a word no list has, as long as it is no company. */
const MET = one(
  'met|married|dating|spoke with|talked with|talking with|chatted with|hi|hello|dear|friend of|hej|hejsan|träffade|mötte|gift med|pratade med|talade med|pratat med|snackade med|bekant med|kompis med',
);
/** After these it does so a person begins the sentence: "Will said", "Hans ringde", "Ann from accounts told me". */
const ACTS =
  /^(?: \p{Lu}[\p{L}'’-]+)?(?: (?:from|at|in|på|hos|i|från) (?:the )?\p{L}+)?(?:['’]s (?:number|phone|email|e-mail|address)|,? (?:said|says|told|asked|helped|answered|replied|picked up|called back|hung up|rang|apologi[sz]ed|laughed|smiled|cried|promised|wrote|emailed|explained|phoned|texted|who|and I|my|sa|sade|säger|ringde|svarade|hjälpte|berättade|tyckte|undrade|skrev|mejlade|lovade|frågade|förklarade|svarade|suckade|skrattade|log|grät|kom ut|la på|lade på|som (?:jobbar|arbetar|svarade|hjälpte|ringde|tog)|och jag)(?!\p{L}))/u;

export interface Cues {
  saysName: boolean;
  title: boolean;
  /** Somebody is spoken to or does something that only people do. */
  person: boolean;
  /** Nothing, or the end of a sentence, stands before: a capital says nothing here. */
  opens: boolean;
  /** Somebody is met, or does something that only people and companies do. */
  somebody: boolean;
}

const REACH = 70;
const OPENS = /(?:^|[.?!…:;\n"“”([–—]|\s-)\s*["“”'(*-]*$/u;
const ABBREVIATION = /(?<!\p{L})(?:mr|mrs|ms|dr|prof|st|\p{Lu})\.\s*$/iu;

/** What stands around a word from `at` to `to`. */
export function cuesAt(text: string, at: number, to: number): Cues {
  const left = text.slice(Math.max(0, at - REACH), at);
  const acts = ACTS.test(text.slice(to, to + 60));
  return {
    saysName: SAYS_NAME.test(left),
    title: TITLE.test(left),
    person: SPOKEN_TO.test(left) || acts,
    somebody: MET.test(left) || acts,
    opens: at === 0 || (OPENS.test(left) && !ABBREVIATION.test(left)),
  };
}
