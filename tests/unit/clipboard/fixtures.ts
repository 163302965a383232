/** What other programs put on the clipboard, as captured; the words are ours. */

export const EXCEL_HTML = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";}
td
	{padding-top:1px; mso-number-format:General;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:
 collapse;width:192pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 width=64 style='height:15.0pt;width:48pt'>Typ</td>
  <td width=64 style='width:48pt'>Text</td>
  <td width=64 style='width:48pt'>Kontaktpunkt</td>
 </tr>
 <tr height=40 style='height:30.0pt'>
  <td height=40 style='height:30.0pt'>Citat</td>
  <td class=xl65 width=64 style='width:48pt'>Jag väntade &amp; väntade.<br>
    Ingen svarade på 3 &lt; 4 dagar.</td>
  <td>Får fakturan</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>Friktion</td>
  <td>Sidan går inte
  att läsa på mobilen</td>
  <td></td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`;

export const SHEETS_HTML = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;The bill is > last year&quot;}">The bill is &gt; last year</td></tr><tr style="height:21px;"><td>Nobody calls back</td></tr></tbody></table>`;

/** As Excel writes it beside the table. */
export const EXCEL_TEXT =
  'Typ\tText\tKontaktpunkt\r\nCitat\t"Jag väntade & väntade.\nHan sa ""snart""."\tFår fakturan\r\nFriktion\tSidan går inte att läsa\t\r\n';

const shifted = (content: unknown, by: number): string =>
  Buffer.from([...Buffer.from(JSON.stringify(content))].map((byte) => (byte + by) % 256)).toString('base64');

const sticker = (text: string, x: number, y: number) => ({
  id: 0,
  initialId: '3458764500000000000',
  type: 14,
  meta: { creationInfo: {} },
  widgetData: {
    type: 'sticker',
    json: {
      _position: { offsetPx: { x, y }, schema: 'canvasOffsetPx' },
      size: { width: 199, height: 228 },
      text,
      style: '{"bsc":0,"tsc":1}',
    },
  },
});

/** Four notes in two rows, not in reading order; and a line, which has no words. */
export const MIRO_HTML = `<meta charset='utf-8'><span data-meta="<--(miro-data-v1)${shifted(
  {
    isProtected: false,
    boardId: 'uXjVLUsTenQ=',
    data: {
      objects: [
        sticker('<p>Fjärde</p>', 320, 260),
        sticker('<p>Första&nbsp;lappen</p><p>på två rader</p>', 0, 12),
        { id: 3, type: 13, widgetData: { type: 'line', json: { points: [], primary: { widgetIndex: -1 } } } },
        sticker('Andra, 3 &lt; 4 👍', 300, 0),
        sticker('<p><strong>Tredje</strong></p>', 10, 250),
      ],
    },
    version: 2,
    host: 'miro.com',
  },
  59,
)}(/miro-data-v1)-->"></span><div><div><div>Fjärde</div></div></div>
<div><div><div>Första lappen på två rader</div></div></div>`;

export const MURAL_HTML = `<murally hiddenContent="mly://${shifted(
  {
    canvasLink: 'https://app.mural.example/t/x/m/x/1',
    muralId: 'x.1',
    zone: 'prod',
    widgets: [
      {
        id: '0-1',
        type: 'murally.widget.TextWidget',
        x: 400,
        y: 10,
        width: 138,
        height: 138,
        properties: { text: 'Slow', htmlText: '<div>Slow <b>and</b> dear</div>', title: '' },
      },
      {
        id: '0-2',
        type: 'murally.widget.TextWidget',
        x: 10,
        y: 0,
        width: 138,
        height: 138,
        properties: { text: 'Waits' },
      },
      { id: '0-3', type: 'murally.widget.arrow', x: 0, y: 0, properties: { strokeColor: '#000' } },
    ],
  },
  0,
)}"></murally>`;
