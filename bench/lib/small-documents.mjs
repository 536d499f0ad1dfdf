// A document of 200 bytes and one of 2,000, as a comment field or a chat message would hold.
const heading = '<h1>The tide</h1>';
const parts = [
  '<p>The <b>spring</b> tide is higher than the <i>neap</i> tide. ',
  '<p>See the <a href="/tables?port=4&amp;day=2">tide tables</a> for <code>high water</code>. ',
  '<ul><li>ebb, six hours<li>slack, a few minutes<li>flood, six hours</ul>',
];

function document(bytes) {
  let html = heading;
  for (let i = 0; html.length + parts[i % parts.length].length <= bytes; i++) html += parts[i % parts.length];
  return html + '.'.repeat(bytes - html.length);
}

export const documents = { '200 B': document(200), '2 KB': document(2000) };
