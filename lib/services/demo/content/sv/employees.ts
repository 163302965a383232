/** Two fictional employees of Granlyse Energi. */
export const agent = `
I: Du arbetar i kundservice. Hur ser en vanlig dag ut?
K: Sextio samtal ungefär. Fyra av tio handlar om en faktura, och fler den vecka den går ut.
I: Vad händer när någon ringer om sin faktura?
K: {a1|Jag ser inte samma faktura som kunden har framför sig. Jag har en lista i ett annat system, så vi sitter och läser rader för varandra.}
I: Hur är det?
K: Pinsamt. Kunden tror att jag är ny, och jag har varit här i åtta år.
I: Vad händer när något är fel?
K: {a2|Jag får se felet men jag får inte rätta det. Jag skriver ett ärende, och sedan vet varken jag eller kunden något mer.}
I: Ringer de tillbaka?
K: Ja, och då hamnar de hos någon annan. {a4|Vi mäts på hur korta samtalen är. Ingen frågar om det blev löst.}
I: Hur får ni veta att ett pris ändras?
K: {a3|Vi får mejlet samma morgon som kunderna. Förra gången var det en kund som läste upp vårt eget brev för mig.}
I: Finns det något som fungerar riktigt bra?
K: När jag får ta tid på mig. Det händer att jag struntar i klockan och går igenom hela räkningen. De kunderna ringer inte igen.
I: Vad skulle hjälpa dig mest?
K: En knapp som visar precis det kunden ser. Och rätt att kreditera upp till tvåtusen utan att fråga någon.
I: Tack, det är tydligt.
K: Jag har sagt det förr. Men visst.
`;

export const billing = `
I: Du arbetar med fakturering. Vad är ditt ansvar?
K: Att det går ut hundratjugotusen fakturor den fjärde varje månad, och att de stämmer med mätvärdena.
I: Vad gör ni när en mätare inte har lämnat något värde?
K: Då uppskattar systemet efter förra årets förbrukning på adressen. På adressen, alltså, inte på personen. Det blir galet vid varje flytt.
I: Vem bestämmer hur fakturan ser ut?
K: {b1|Ingen äger fakturan. Juridik lägger till rader, marknad vill ha plats för ett erbjudande, och vi får be om ursäkt för resultatet.}
I: Hur känns det?
K: Jag brukar inte visa den för min mamma, kan jag säga.
I: Berätta om en rättelse, hur går den till?
K: {b2|Kreditering körs en gång i månaden. Kommer ärendet den femte ligger det i fyra veckor innan någon ens öppnar det.}
I: Och påminnelserna under tiden?
K: De går av sig själva. Det är ett annat system, och det vet inte att fakturan är ifrågasatt.
I: Vad fungerar bra?
K: {b3|Själva leverantörsbytet är helt automatiskt numera. Jag minns inte när vi senast hade ett fel där.} Det är vi stolta över.
I: Om du fick ändra en enda sak?
K: Att en ifrågasatt faktura stannar upp överallt, på en gång. Det är ett fält. Ett enda fält.
I: Har du föreslagit det?
K: Det ligger i en kö. Allt ligger i en kö.
I: Tack för din tid.
`;
