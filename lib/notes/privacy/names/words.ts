const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** First names and surnames that are ordinary words: at the beginning of a sentence they say nothing. */
export const ALSO_WORDS = set(
  'will mark may rose grace hope faith joy art bill bob jack frank grant pat sue gene rich rob nick drew ' +
    'dawn dale eve ivy lily daisy violet ruby pearl amber crystal gail ginger heather holly iris jasmine jewel ' +
    'jade olive penny robin sandy april june august mercy charity clay cliff cole dick don dean earl glen herb ' +
    'homer hunter jay jean josh lance lane max miles norm ray reed rusty sterling ty wade ward warren misty ' +
    'stormy tiffany candy cherry honey dolly gay happy merry star victor ernest buddy chuck skip rod lee van ' +
    'mason archer carter cooper porter piper harper page paige sage basil rosemary angel melody harmony carol ' +
    'destiny trinity liberty felicity patience prudence constance dusty sunny sonny ed al tad chance chase ' +
    'colt bud buck rocky duke king prince major royal mat matt jimmy bobby dot fay fern flora hazel laurel ' +
    'nova opal aria luna ava gun inga rut curt dag love per hans bo björn sten stig my liv maj bror tor viola ' +
    'ros runa ängla frid saga sol storm sky sixten tage tim elf lo juni juno vide stella aurora kim ' +
    'milla gull kaj kai runa nils ove curt klang stark rask frisk modig ek alm falk berg lund strand holm ' +
    'ström blad palm frost hjort lager linder asp svan lilja fors sund söder wall land genesis kennedy madison ' +
    'savannah paisley logan joe hank lena mika leo ari roman levi tyra anna-lena nelly tanja kuma tran laine ' +
    'flink fritz borg skog spång stål svärd jarl klas else ha ester bella gemma dag urban said lage',
);

/** Never a person without a surname or somebody who says so: months, places, makes, helpers in a telephone. */
export const NOT_ALONE = set(
  'may april june august augusti juni georgia virginia carolina austin dallas chelsea florence sydney paris india ' +
    'houston lincoln washington madison savannah phoenix brooklyn london israel jordan kenya cuba jersey ' +
    'alexa siri cortana jesus christ mercedes ford lexus kia skoda dodge brita britta monte carlo san santa ' +
    'santiago diego francisco los las saint st angeles lima milan verona vienna lourdes ' +
    'wells fargo chase morgan stanley hilton marriott volvo ericsson norman elgin salem billings laredo ' +
    'jackson columbus cleveland denver reno aurora lund kalmar malmö västerås holm borg strand berg fors ström ' +
    'wall sund söder svea java python ruby perl tableau watson oracle windsor chester lancaster york england ' +
    'martinique guadeloupe dominica trinidad tobago macon hudson harlem merlin atlas odyssey apollo potter lowe',
);

/** Companies and authorities people talk of as if they were persons: "Telia ringde", "I spoke with Comcast". */
export const COMPANIES = set(
  'telia tele tre telenor comviq hallon halebop bredbandsbolaget comhem boxer vattenfall fortum eon ellevio ' +
    'skatteverket försäkringskassan arbetsförmedlingen csn polisen migrationsverket transportstyrelsen trafikverket ' +
    'kronofogden pensionsmyndigheten vårdcentralen kommunen regionen bolagsverket folksam trygg hansa länsförsäkringar ' +
    'skandia swedbank handelsbanken nordea seb sbab ica coop willys hemköp lidl ikea elgiganten mediamarkt webhallen ' +
    'cdon zalando boozt postnord dhl schenker budbee instabox ups fedex sj sl västtrafik skånetrafiken sas ryanair norwegian ' +
    'klarna swish bankid kivra google apple amazon microsoft facebook meta netflix spotify paypal uber airbnb ebay ' +
    'comcast verizon sprint mobile xfinity spectrum cox centurylink vodafone virgin sky bt ee three barclays hsbc ' +
    'santander natwest lloyds monzo halifax tesco asda sainsburys walmart target costco homedepot ikea citibank ' +
    'equifax experian transunion navient discover visa mastercard amex geico allstate progressive medicare medicaid ' +
    'brita clorox honda toyota subaru tesla volvo microsoft samsung android windows word excel outlook zoom teams slack ' +
    'skype whatsapp messenger instagram snapchat tiktok twitter youtube linkedin wikipedia',
);

/** Begin with a capital and are no names, whatever stands before them. */
export const NEVER = set(
  'i im ive id ill the a an and or but so if it its this that these those there here what who why when where ' +
    'how which he she they we you me my your our his her their no yes yeah yep okay ok oh ah um uh well now then ' +
    'god lord jesus christ mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april may june july august september october november december english swedish american ' +
    'british spanish french german russian chinese arctic alaska google zoom teams facebook instagram amazon apple ' +
    'microsoft internet covid christmas thanksgiving easter please thanks thank sorry hello hi hey dear all ' +
    'everyone everybody folks guys team sir madam customer interviewer interviewee participant speaker ' +
    'dad daddy mum mummy mom mommy mam grandma grandpa granny grandad auntie uncle nan ' +
    'mamma pappa mormor morfar farmor farfar ' +
    'jag du han hon hen vi ni de dem det den dom en ett och eller men så om där här vad vem varför när var hur ' +
    'vilken vilka min mitt mina din ditt sin sitt nej ja jo okej aha mm alltså kund kunden intervjuare ' +
    'måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars maj juni juli augusti ' +
    'oktober svenska engelska sverige norge danmark finland stockholm göteborg malmö uppsala ' +
    'tack hej hejsan alla allihopa kära bästa snälla vänliga hälsningar mvh med inte som att för på av ' +
    'bankid swish klarna skatteverket försäkringskassan kundtjänst not just very really from with about is are was ' +
    'were to in on at of do did does be been have has had not let lets because can could would should wi-fi',
);

/** Places that end as surnames do. */
export const PLACES = set(
  'strömstad nürnberg heidelberg falkenberg varberg sundbyberg vänersborg hamburg luxemburg göteborg helsingborg ' +
    'lindesberg hallsberg filipsberg falköping strömsund östersund stockholm djursholm gustavsberg kungsholmen ' +
    'kungälv hultsfred sollentuna borås trollhättan gävle karlskrona norrköping linköping jönköping nyköping ' +
    'boden skövde luleå umeå piteå grönland island nederland östergren liseberg kolmården hornstull slussen ' +
    'ericsson electrolux vattenfall johnson',
);
